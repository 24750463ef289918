import { QueryCache, QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetAddresses } from '../parts/useAddress';
import { ApiError, call } from './client';

/** Who is signed in, and what a session that ends means for all that was asked. */

export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // A session that ended while a page was open: back to sign-in, from where one returns here.
        if (error instanceof ApiError && error.status === 401) client.setQueryData(sessionQuery.queryKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.isUnavailable,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  });
  return client;
}

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) =>
    call('GET /session', { signal }).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }),
  staleTime: 5 * 60_000,
});

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { userName: string; password: string }) => call('POST /session', { body }),
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => call('DELETE /session'),
    // Loaded anew, so that nothing the last user saw stays in memory for the next one at this computer.
    onSuccess: () => {
      forgetAddresses();
      window.location.assign('/sign-in');
    },
  });
}
