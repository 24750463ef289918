import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { NewCredential } from './contract';

/** What platforms send, how it was answered, and what they sign in with. */

const RefreshEveryMs = 60_000;

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => call('GET /providers', { signal }),
  refetchInterval: RefreshEveryMs,
});

export const intakeQuery = (provider: string) =>
  queryOptions({
    queryKey: ['intake', provider],
    queryFn: ({ signal }) => call('GET /providers/{provider}/intake', { path: { provider }, signal }),
    refetchInterval: RefreshEveryMs,
  });

export const activitiesQuery = (provider: string) =>
  queryOptions({
    queryKey: ['activities', provider],
    queryFn: ({ signal }) => call('GET /providers/{provider}/activities', { path: { provider }, signal }),
    staleTime: 5 * RefreshEveryMs,
  });

/** LAN is told of every platform's; here only those of one are shown. */
export const credentialsQuery = (provider: string) =>
  queryOptions({
    queryKey: ['credentials', provider],
    queryFn: async ({ signal }) => {
      const all = await call('GET /credentials', { signal });
      return all.filter((credential) => credential.provider === provider);
    },
  });

export function useCredentials(provider: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: credentialsQuery(provider).queryKey });
  return {
    make: useMutation({ mutationFn: (body: NewCredential) => call('POST /credentials', { body }), onSuccess }),
    rotate: useMutation({ mutationFn: (key: string) => call('POST /credentials/{key}/rotate', { path: { key }, body: {} }), onSuccess }),
    revoke: useMutation({ mutationFn: (key: string) => call('DELETE /credentials/{key}', { path: { key } }), onSuccess }),
  };
}

/** The statement goes as it was typed: what is wrong with it is for the service to say. */
export function useTestStatement(provider: string) {
  return useMutation({
    mutationFn: ({ statement, version }: { statement: string; version: string }) =>
      call('POST /providers/{provider}/test-statement', {
        path: { provider },
        body: statement,
        headers: { 'Content-Type': 'application/json', 'X-Experience-API-Version': version },
      }),
  });
}
