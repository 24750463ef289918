import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, postText, remove } from './client';
import type { ActivityWorth } from './contract';

/** The shapes and calls of a platform's own page. */

export type { ActivityWorth } from './contract';

export interface IntakeDay {
  day: string;
  accepted: number;
  refusedRequests: number;
  notRecognised: number;
  unknownLearner: number;
  unknownActivity: number;
}

export interface RefusedFor {
  status: number;
  code: string;
  path: string;
  rule: string;
  requests: number;
  lastAt: string;
}

export interface RecentRefusal {
  refusedAt: string;
  request: string;
  status: number;
  code: string;
  path: string;
  rule: string;
  statementIndex: number | null;
}

export interface UnknownLearners {
  kind: string;
  homePage: string;
  learners: number;
  statements: number;
  lastDay: string;
  forms: string[];
}

export interface UnknownActivity {
  activityIri: string;
  statements: number;
  learners: number;
  lastDay: string;
}

export interface ProviderIntake {
  provider: string;
  from: string;
  to: string;
  lastStatementAt: string | null;
  perMinute: number[];
  days: IntakeDay[];
  reasons: RefusedFor[];
  recent: RecentRefusal[];
  unknownLearners: UnknownLearners[];
  unknownActivities: UnknownActivity[];
}

export interface ProviderSummary {
  provider: string;
  lastStatementAt: string | null;
  lastHour: number;
  accepted: number;
  refusedRequests: number;
  credentials: number;
}

export interface Credential {
  key: string;
  provider: string;
  scopes: string[];
  name: string;
  createdAt: string;
  allowedOrigins: string[];
  expiresAt: string | null;
  previousValidUntil: string | null;
  lastUsedOn: string | null;
  revokedAt: string | null;
}

/** The only answers with a secret: of a new credential, or of a rotated one. */
export interface NewSecret {
  key: string;
  secret: string;
  previousValidUntil?: string;
}

export interface NewCredential {
  provider: string;
  name: string;
  scopes: string[];
  allowedOrigins: string[];
}

export interface TestAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const RefreshEveryMs = 60_000;

const pathOf = (provider: string) => `/providers/${encodeURIComponent(provider)}`;

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => get<ProviderSummary[]>('/providers', {}, signal),
  refetchInterval: RefreshEveryMs,
});

export const intakeQuery = (provider: string) =>
  queryOptions({
    queryKey: ['intake', provider],
    queryFn: ({ signal }) => get<ProviderIntake>(`${pathOf(provider)}/intake`, {}, signal),
    refetchInterval: RefreshEveryMs,
  });

export const activitiesQuery = (provider: string) =>
  queryOptions({
    queryKey: ['activities', provider],
    queryFn: ({ signal }) => get<ActivityWorth[]>(`${pathOf(provider)}/activities`, {}, signal),
    staleTime: 5 * RefreshEveryMs,
  });

/** LAN is told of every platform's; here only those of one are shown. */
export const credentialsQuery = (provider: string) =>
  queryOptions({
    queryKey: ['credentials', provider],
    queryFn: async ({ signal }) => {
      const all = await get<Credential[]>('/credentials', {}, signal);
      return all.filter((credential) => credential.provider === provider);
    },
  });

export function useCredentials(provider: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: credentialsQuery(provider).queryKey });
  return {
    make: useMutation({ mutationFn: (wanted: NewCredential) => post<NewSecret>('/credentials', wanted), onSuccess }),
    rotate: useMutation({ mutationFn: (key: string) => post<NewSecret>(`/credentials/${key}/rotate`, {}), onSuccess }),
    revoke: useMutation({ mutationFn: (key: string) => remove(`/credentials/${key}`), onSuccess }),
  };
}

export function useTestStatement(provider: string) {
  return useMutation({
    mutationFn: ({ statement, version }: { statement: string; version: string }) =>
      postText<TestAnswer>(`${pathOf(provider)}/test-statement`, statement, { 'X-Experience-API-Version': version }),
  });
}
