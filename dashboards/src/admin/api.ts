import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Answer } from '../api/client';
import type { Calls } from '../api/contract';

/** The calls of administration. */

export type User = Answer<'GET /users/{userName}'>;
export type NewUser = Calls['POST /users']['body'];
export type ReadLine = Answer<'GET /record-reads'>['reads'][number];
export type Job = Answer<'GET /jobs'>[number];
export type Preview = Answer<'POST /imports/people/preview'>;
export type RulePack = Answer<'GET /rule-packs'>[number];

export const tables = ['agencies', 'people', 'identifiers', 'activities', 'competencies'] as const;
export type Table = (typeof tables)[number];

const PerPage = 50;
const ImportTimeoutMs = 10 * 60_000;
const PreviewTimeoutMs = 120_000;

export const usersQuery = (search: string, role: string) =>
  infiniteQueryOptions({
    queryKey: ['users', search, role],
    queryFn: ({ pageParam, signal }) => call('GET /users', { query: { search, role, limit: PerPage, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export function useUsers() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['users'] });
  return {
    make: useMutation({ mutationFn: (body: NewUser) => call('POST /users', { body }), onSuccess }),
    change: useMutation({
      mutationFn: ({ user, disabled }: { user: User; disabled: boolean }) => {
        const { userName, displayName, role, agencyCode, provider, personId } = user;
        return call('PUT /users/{userName}', { path: { userName }, body: { displayName, role, agencyCode, provider, personId, disabled } });
      },
      onSuccess,
    }),
    newPassword: useMutation({
      mutationFn: async (userName: string) => ({
        userName,
        ...(await call('POST /users/{userName}/initial-password', { path: { userName } })),
      }),
      onSuccess,
    }),
    signOut: useMutation({ mutationFn: (userName: string) => call('DELETE /users/{userName}/sessions', { path: { userName } }), onSuccess }),
    remove: useMutation({ mutationFn: (userName: string) => call('DELETE /users/{userName}', { path: { userName } }), onSuccess }),
  };
}

/** Who has this NIP, which stands in the body and in no address. */
export const findPerson = (nip: string) => call('POST /people/lookup', { body: { nip } });

export interface LogFilter {
  from: string;
  to: string;
  caller: string;
  purpose: string;
  agency: string;
}

export const readLogQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ['record-reads', filter],
    queryFn: ({ pageParam, signal }) => {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
      return call('GET /record-reads', { query: { ...given, limit: PerPage, cursor: pageParam }, signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const registryQuery = <T extends Exclude<Table, 'agencies'>>(table: T, search: string) =>
  infiniteQueryOptions({
    queryKey: ['registry', table, search],
    queryFn: ({ pageParam, signal }) => call(`POST /registry/${table}/search`, { body: { search, limit: PerPage, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export function useImport(table: Table) {
  const client = useQueryClient();
  return {
    preview: useMutation({ mutationFn: (csv: string) => call(`POST /imports/${table}/preview`, { body: csv, timeoutMs: PreviewTimeoutMs }) }),
    apply: useMutation({
      mutationFn: (csv: string) => call(`POST /imports/${table}`, { body: csv, timeoutMs: ImportTimeoutMs }),
      onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'registry' || queryKey[0] === 'agencies' }),
    }),
  };
}

export const rulePacksQuery = queryOptions({
  queryKey: ['rule-packs'],
  queryFn: ({ signal }) => call('GET /rule-packs', { signal }),
  staleTime: 5 * 60_000,
});

export function usePackPreview() {
  return useMutation({
    mutationFn: (body: Calls['POST /rule-packs/preview']['body']) => call('POST /rule-packs/preview', { body, timeoutMs: PreviewTimeoutMs }),
  });
}

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => call('GET /jobs', { signal }),
  refetchInterval: 5_000,
});

export function useRunJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call('POST /jobs/{name}/runs', { path: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  });
}

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => call('GET /system', { signal }),
  refetchInterval: 5_000,
});

export const setAsideQuery = queryOptions({
  queryKey: ['set-aside'],
  queryFn: ({ signal }) => call('GET /set-aside', { signal }),
  refetchInterval: 30_000,
});
