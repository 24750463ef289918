import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { Status } from './types';

/** The people of an agency, the record of one, and learners whom nobody recognises. */

export const PeoplePerPage = 25;

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
      call('GET /agencies/{code}/people', { path: { code }, query: { year, ...filter, limit: PeoplePerPage, cursor }, signal }),
    placeholderData: (previous, of) => (of?.queryKey[1] === code ? previous : undefined),
  });

/** Some people of an agency by a part of their name. */
export const peopleNamedQuery = (code: string, year: number, search: string) =>
  queryOptions({
    queryKey: ['people-named', code, year, search],
    queryFn: ({ signal }) => call('GET /agencies/{code}/people', { path: { code }, query: { year, search, limit: 8 }, signal }),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });

export const transcriptQuery = (personId: string, year: number) =>
  queryOptions({
    queryKey: ['transcript', personId, year],
    queryFn: ({ signal }) => call('GET /people/{personId}/transcript', { path: { personId }, query: { year }, signal }),
    placeholderData: (previous) => (previous?.personId === personId ? previous : undefined),
  });

export const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => call('GET /verifications/{code}', { path: { code }, signal }),
    enabled: code !== '',
  });

export const ownUnresolvedQuery = (code: string) =>
  queryOptions({
    queryKey: ['own-unresolved', code],
    queryFn: ({ signal }) => call('GET /agencies/{code}/unresolved/people', { path: { code }, signal }),
    staleTime: 60_000,
  });

export function useMapLearner(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { ifi: string; personId: string }) => call('POST /agencies/{code}/unresolved/people/mappings', { path: { code }, body }),
    onSuccess: (_, { ifi }) =>
      client.setQueryData(ownUnresolvedQuery(code).queryKey, (known) => known?.filter((learner) => learner.ifi !== ifi)),
  });
}
