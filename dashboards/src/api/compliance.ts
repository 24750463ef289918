import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from './client';
import type { YearInDays } from './contract';

/** How the nation, an agency and its parts stand in a year. */

const RefreshEveryMs = 15_000;
const RefreshSlowlyMs = 60_000;

export const nationQuery = (year: number) =>
  queryOptions({
    queryKey: ['nation', year],
    queryFn: ({ signal }) => call('GET /compliance', { query: { year }, signal }),
    refetchInterval: RefreshEveryMs,
    placeholderData: keepPreviousData,
  });

export const agencyQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['agency', code, year],
    queryFn: ({ signal }) => call('GET /agencies/{code}/compliance', { path: { code }, query: { year }, signal }),
    refetchInterval: RefreshEveryMs,
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  });

/** Of an agency, or of the nation (null). Years that are over are not asked for again. */
export const daysQuery = (code: string | null, year: number) =>
  queryOptions({
    queryKey: ['days', code, year],
    queryFn: ({ signal }): Promise<YearInDays> =>
      code === null
        ? call('GET /compliance/days', { query: { year }, signal })
        : call('GET /agencies/{code}/compliance/days', { path: { code }, query: { year }, signal }),
    refetchInterval: year < new Date().getFullYear() ? false : RefreshSlowlyMs,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const monthsQuery = (year: number) =>
  queryOptions({
    queryKey: ['months', year],
    queryFn: ({ signal }) => call('GET /compliance/months', { query: { year }, signal }),
    refetchInterval: RefreshSlowlyMs,
    placeholderData: keepPreviousData,
  });

export const positionGroupsQuery = (code: string | null, year: number) =>
  queryOptions({
    queryKey: ['position-groups', code, year],
    queryFn: ({ signal }) =>
      code === null
        ? call('GET /compliance/position-groups', { query: { year }, signal })
        : call('GET /agencies/{code}/compliance/position-groups', { path: { code }, query: { year }, signal }),
    refetchInterval: RefreshSlowlyMs,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const unitsQuery = (code: string, year: number) =>
  queryOptions({
    queryKey: ['units', code, year],
    queryFn: ({ signal }) => call('GET /agencies/{code}/compliance/units', { path: { code }, query: { year }, signal }),
    refetchInterval: RefreshSlowlyMs,
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

export const agenciesQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: ({ signal }) => call('GET /agencies', { signal }),
  staleTime: 5 * 60_000,
});
