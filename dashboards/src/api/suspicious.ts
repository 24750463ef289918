import { queryOptions } from '@tanstack/react-query';
import { call } from './client';

/** What looks wrong, for people to judge. */
export const sharedCertificatesQuery = queryOptions({
  queryKey: ['shared-certificates'],
  queryFn: ({ signal }) => call('GET /suspicious/certificates', { signal }),
});
