import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, call, type Answer } from './client';
import type { ReportFormat } from './types';

/** Reports as files, and the times at which they make themselves. */

const RefreshEveryMs = 60_000;
const MakingTimeoutMs = 120_000;

/** Whose they are: an agency's, a platform's, or, with neither, the nation's. */
export interface Whose {
  agencyCode?: string;
  provider?: string;
}

export const AgencyKinds = ['compliance', 'behind', 'forms', 'competencies'];

/** What can be reported of them at once. */
export const kindsOf = ({ agencyCode, provider }: Whose) => (agencyCode ? AgencyKinds : provider ? ['delivery'] : ['nation']);

export const reportsQuery = ({ agencyCode, provider }: Whose, year: number) => {
  const kind = agencyCode || provider ? undefined : 'nation';
  return queryOptions({
    queryKey: ['reports', agencyCode, provider, year],
    queryFn: ({ signal }) => call('GET /reports', { query: { agency: agencyCode, provider, kind, year }, signal }),
    refetchInterval: RefreshEveryMs,
  });
};

/** Waits until they are made. Where nothing has changed since the last ones, those stay the newest. */
export function useMakeReports(whose: Whose, year: number) {
  return useMaking(whose, year, (given: { kind: string; format: ReportFormat }) =>
    call('POST /reports', { body: { agencyCode: null, ...whose, year, ...given }, query: { wait: true }, timeoutMs: MakingTimeoutMs }),
  );
}

/** Makes what a schedule makes, now. */
export function useRunSchedule(whose: Whose, year: number) {
  return useMaking(whose, year, (id: string) =>
    call('POST /report-schedules/{id}/runs', { path: { id }, query: { year, wait: true }, timeoutMs: MakingTimeoutMs }),
  );
}

function useMaking<Given>(whose: Whose, year: number, make: (given: Given) => Promise<Answer<'POST /reports'>>) {
  const client = useQueryClient();
  const query = reportsQuery(whose, year);
  return useMutation({
    mutationFn: async (given: Given): Promise<'ready' | 'unchanged'> => {
      const before = new Set(client.getQueryData(query.queryKey)?.map(({ id }) => id));
      const run = await make(given);
      if ('outcome' in run && run.outcome === 'failed') throw new ApiError(500);
      const after = await client.fetchQuery({ ...query, staleTime: 0 });
      return after.some(({ id }) => !before.has(id)) ? 'ready' : 'unchanged';
    },
  });
}

/** LAN is told of everybody's; here are those of one, or those that are of no one agency or platform. */
export const schedulesQuery = ({ agencyCode = '', provider }: Whose) =>
  queryOptions({
    queryKey: ['schedules', agencyCode, provider],
    queryFn: async ({ signal }) => {
      const all = await call('GET /report-schedules', { signal });
      return all.filter((schedule) => schedule.agencyCode === agencyCode && schedule.provider === (provider ?? null));
    },
  });

export function useSchedules(whose: Whose) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: schedulesQuery(whose).queryKey });
  return {
    set: useMutation({
      mutationFn: ({ id, ...schedule }: { id: string; kind: string; format: string; cron: string }) =>
        call('PUT /report-schedules/{id}', { path: { id }, body: { agencyCode: '', ...whose, ...schedule } }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => call('DELETE /report-schedules/{id}', { path: { id } }), onSuccess }),
  };
}
