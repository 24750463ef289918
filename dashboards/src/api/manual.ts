import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from './client';
import type { ManualClaim, ManualClaimsPage } from './contract';

/** Claims whose hours a verifier enters. */

const AtOnce = 10;

export const manualClaimsQuery = (agency: string, year: number) =>
  infiniteQueryOptions({
    queryKey: ['manual-claims', agency, year],
    queryFn: ({ pageParam, signal }) => call('GET /manual-claims', { query: { agency, year, limit: AtOnce, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
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
      client.setQueryData(manualClaimsQuery(agency, year).queryKey, (known) => {
        const without = (page: ManualClaimsPage) => ({ ...page, claims: page.claims.filter((one) => one.statementId !== claim.statementId || one.personId !== claim.personId) });
        return known && { ...known, pages: known.pages.map(without) };
      }),
  });
}
