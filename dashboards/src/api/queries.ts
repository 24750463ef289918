import {
  QueryCache,
  QueryClient,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { forgetAddresses } from '../parts/useAddress';
import { ApiError, get, post, put, remove } from './client';
import type {
  Agency,
  AgencyCompliance,
  GroupTotals,
  NationCompliance,
  OwnUnresolvedLearner,
  PeoplePage,
  Report,
  ReportFormat,
  ReportSchedule,
  Session,
  Status,
  Transcript,
  Verification,
  YearInDays,
  YearInMonths,
} from './types';

const RefreshEveryMs = 15_000;
export const PeoplePerPage = 25;
const MakingTimeoutMs = 120_000;

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
    get<Session>('/session', {}, signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }),
  staleTime: 5 * 60_000,
});

export const nationQuery = (year: number) =>
  queryOptions({
    queryKey: ['nation', year],
    queryFn: ({ signal }) => get<NationCompliance>('/compliance', { year }, signal),
    refetchInterval: RefreshEveryMs,
    placeholderData: keepPreviousData,
  });

export const agencyQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['agency', code, year],
    queryFn: ({ signal }) => get<AgencyCompliance>(`/agencies/${encodeURIComponent(code)}/compliance`, { year }, signal),
    refetchInterval: RefreshEveryMs,
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  });

const pathOf = (code: string | null) => (code === null ? '/compliance' : `/agencies/${encodeURIComponent(code)}/compliance`);

/** Of an agency, or of the nation (null). Years that are over are not asked for again. */
export const daysQuery = (code: string | null, year: number) =>
  queryOptions({
    queryKey: ['days', code, year],
    queryFn: ({ signal }) => get<YearInDays>(`${pathOf(code)}/days`, { year }, signal),
    refetchInterval: year < new Date().getFullYear() ? false : RefreshEveryMs * 4,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const monthsQuery = (year: number) =>
  queryOptions({
    queryKey: ['months', year],
    queryFn: ({ signal }) => get<YearInMonths>('/compliance/months', { year }, signal),
    refetchInterval: RefreshEveryMs * 4,
    placeholderData: keepPreviousData,
  });

export const positionGroupsQuery = (code: string | null, year: number) =>
  queryOptions({
    queryKey: ['position-groups', code, year],
    queryFn: ({ signal }) => get<GroupTotals[]>(`${pathOf(code)}/position-groups`, { year }, signal),
    refetchInterval: RefreshEveryMs * 4,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const unitsQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['units', code, year],
    queryFn: ({ signal }) => get<GroupTotals[]>(`${pathOf(code)}/units`, { year }, signal),
    refetchInterval: RefreshEveryMs * 4,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: ({ signal }) => get<Agency[]>('/agencies', {}, signal),
  staleTime: 5 * 60_000,
});

export interface PeopleFilter {
  status: Status | '';
  search: string;
  unit: string;
  employmentType: string;
  positionGroup: string;
}

/** One page of people: those after the cursor, or the first. */
export const peopleQuery = (code: string, year: number, filter: PeopleFilter, cursor: string) =>
  queryOptions({
    queryKey: ['people', code, year, filter, cursor],
    queryFn: ({ signal }) =>
      get<PeoplePage>(`/agencies/${encodeURIComponent(code)}/people`, { year, ...filter, limit: PeoplePerPage, cursor }, signal),
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

/** Some people of an agency by a part of their name. */
export const peopleNamedQuery = (code: string, year: number, search: string) =>
  queryOptions({
    queryKey: ['people-named', code, year, search],
    queryFn: ({ signal }) => get<PeoplePage>(`/agencies/${encodeURIComponent(code)}/people`, { year, search, limit: 8 }, signal),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });

const ownUnresolvedPath = (code: string) => `/agencies/${encodeURIComponent(code)}/unresolved/people`;

export const ownUnresolvedQuery = (code: string) =>
  queryOptions({
    queryKey: ['own-unresolved', code],
    queryFn: ({ signal }) => get<OwnUnresolvedLearner[]>(ownUnresolvedPath(code), {}, signal),
    staleTime: 60_000,
  });

export function useMapLearner(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: { ifi: string; personId: string }) => post<void>(`${ownUnresolvedPath(code)}/mappings`, mapping),
    onSuccess: (_, { ifi }) =>
      client.setQueryData(ownUnresolvedQuery(code).queryKey, (known) => known?.filter((learner) => learner.ifi !== ifi)),
  });
}

/** LAN is told of every agency's; here only those of one, and those of all, are shown. */
export const schedulesQuery = (agencyCode: string) =>
  queryOptions({
    queryKey: ['schedules', agencyCode],
    queryFn: async ({ signal }) => {
      const all = await get<ReportSchedule[]>('/report-schedules', {}, signal);
      return all.filter((schedule) => schedule.agencyCode === agencyCode);
    },
  });

export function useSchedules(agencyCode: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: schedulesQuery(agencyCode).queryKey });
  return {
    set: useMutation({
      mutationFn: ({ id, ...schedule }: { id: string; kind: string; format: string; cron: string }) =>
        put<ReportSchedule>(`/report-schedules/${encodeURIComponent(id)}`, { agencyCode, ...schedule }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => remove(`/report-schedules/${encodeURIComponent(id)}`), onSuccess }),
  };
}

export const transcriptQuery = (personId: string, year: number) =>
  queryOptions({
    queryKey: ['transcript', personId, year],
    queryFn: ({ signal }) => get<Transcript>(`/people/${encodeURIComponent(personId)}/transcript`, { year }, signal),
    placeholderData: (previous) => (previous?.personId === personId ? previous : undefined),
  });

export const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => get<Verification>(`/verifications/${encodeURIComponent(code)}`, {}, signal),
    enabled: code !== '',
  });

export const reportsQuery = (agency: string, year: number) =>
  queryOptions({
    queryKey: ['reports', agency, year],
    queryFn: ({ signal }) => get<Report[]>('/reports', { agency, year }, signal),
    refetchInterval: 60_000,
  });

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { userName: string; password: string }) => post<Session>('/session', given),
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => remove('/session'),
    // Loaded anew, so that nothing the last user saw stays in memory for the next one at this computer.
    onSuccess: () => {
      forgetAddresses();
      window.location.assign('/sign-in');
    },
  });
}

/** Waits until they are made. Where nothing has changed since the last ones, those stay the newest. */
export function useMakeReports(agencyCode: string, year: number) {
  const client = useQueryClient();
  const query = reportsQuery(agencyCode, year);
  return useMutation({
    mutationFn: async (given: { kind: string; format: ReportFormat }): Promise<'ready' | 'unchanged'> => {
      const before = new Set(client.getQueryData(query.queryKey)?.map(({ id }) => id));
      const run = await post<{ outcome?: string }>('/reports', { agencyCode, year, ...given }, { wait: 'true' }, MakingTimeoutMs);
      if (run.outcome === 'failed') throw new ApiError(500);
      const after = await client.fetchQuery({ ...query, staleTime: 0 });
      return after.some(({ id }) => !before.has(id)) ? 'ready' : 'unchanged';
    },
  });
}
