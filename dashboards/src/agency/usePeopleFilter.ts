import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { PeopleFilter } from '../api/people';
import type { Status } from '../api/types';

const Statuses: Status[] = ['MET', 'UNMET', 'EXEMPT', 'NOT_REQUIRED'];
const All = 'ALL';

/** What each part of the filter is called in the address. */
const Names = { status: 'status', search: 'search', unit: 'unit', employmentType: 'type', positionGroup: 'group' } as const;

/** The filter stands in the address, so that going back from a person finds the list as it was; the page of the list is left. */
export function usePeopleFilter() {
  const [params, setParams] = useSearchParams();
  const given = params.get(Names.status);
  const filter: PeopleFilter = {
    status: given === All ? '' : (Statuses.find((known) => known === given) ?? 'UNMET'),
    search: params.get(Names.search) ?? '',
    unit: params.get(Names.unit) ?? '',
    employmentType: params.get(Names.employmentType) ?? '',
    positionGroup: params.get(Names.positionGroup) ?? '',
  };

  const set = useCallback(
    (part: keyof PeopleFilter, value: string) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (part !== 'status' && !value) next.delete(Names[part]);
          else next.set(Names[part], value || All);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { filter, isNarrowed: !!(filter.search || filter.unit || filter.employmentType || filter.positionGroup), set };
}
