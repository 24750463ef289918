import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, call } from './client';
import type { ReportFormat } from './types';

/** Reports as files, and the times at which they make themselves. */

const RefreshEveryMs = 60_000;
const MakingTimeoutMs = 120_000;

export const reportsQuery = (agency: string, year: number) =>
  queryOptions({
    queryKey: ['reports', agency, year],
    queryFn: ({ signal }) => call('GET /reports', { query: { agency, year }, signal }),
    refetchInterval: RefreshEveryMs,
  });

/** Waits until they are made. Where nothing has changed since the last ones, those stay the newest. */
export function useMakeReports(agencyCode: string, year: number) {
  const client = useQueryClient();
  const query = reportsQuery(agencyCode, year);
  return useMutation({
    mutationFn: async (given: { kind: string; format: ReportFormat }): Promise<'ready' | 'unchanged'> => {
      const before = new Set(client.getQueryData(query.queryKey)?.map(({ id }) => id));
      const run = await call('POST /reports', { body: { agencyCode, year, ...given }, query: { wait: true }, timeoutMs: MakingTimeoutMs });
      if ('outcome' in run && run.outcome === 'failed') throw new ApiError(500);
      const after = await client.fetchQuery({ ...query, staleTime: 0 });
      return after.some(({ id }) => !before.has(id)) ? 'ready' : 'unchanged';
    },
  });
}

/** LAN is told of every agency's; here only those of one are shown. */
export const schedulesQuery = (agencyCode: string) =>
  queryOptions({
    queryKey: ['schedules', agencyCode],
    queryFn: async ({ signal }) => {
      const all = await call('GET /report-schedules', { signal });
      return all.filter((schedule) => schedule.agencyCode === agencyCode);
    },
  });

export function useSchedules(agencyCode: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: schedulesQuery(agencyCode).queryKey });
  return {
    set: useMutation({
      mutationFn: ({ id, ...schedule }: { id: string; kind: string; format: string; cron: string }) =>
        call('PUT /report-schedules/{id}', { path: { id }, body: { agencyCode, ...schedule } }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => call('DELETE /report-schedules/{id}', { path: { id } }), onSuccess }),
  };
}
