import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { ManualClaim } from './contract';

/** Claims whose hours a verifier enters. */

const AtOnce = 25;

export const manualClaimsQuery = (agency: string, year: number) =>
  queryOptions({
    queryKey: ['manual-claims', agency, year],
    queryFn: ({ signal }) => call('GET /manual-claims', { query: { agency, year, limit: AtOnce }, signal }),
    staleTime: 60_000,
  });

export interface EnteredJp {
  claim: ManualClaim;
  jp: number;
  reason: string;
}

/** What is entered counts at the next computation, within seconds: until then the claim would still be said to wait. */
export function useEnterJp(agency: string, year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ claim: { personId, statementId }, jp, reason }: EnteredJp) =>
      call('POST /people/{personId}/manual-credits/{statementId}', { path: { personId, statementId }, body: { jp, reason } }),
    onSuccess: (_, { claim }) =>
      client.setQueryData(manualClaimsQuery(agency, year).queryKey, (known) => known && { ...known, claims: known.claims.filter((one) => one !== claim) }),
  });
}
