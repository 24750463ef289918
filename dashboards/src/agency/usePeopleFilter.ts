import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Status } from '../api/types';

const Statuses: Status[] = ['MET', 'UNMET', 'EXEMPT', 'NOT_REQUIRED'];
const All = 'ALL';

/** The filter stands in the address, so that going back from a person finds the list as it was. */
export function usePeopleFilter() {
  const [params, setParams] = useSearchParams();
  const given = params.get('status');
  const status: Status | '' = given === All ? '' : (Statuses.find((known) => known === given) ?? 'UNMET');
  const search = params.get('search') ?? '';

  const set = useCallback(
    (name: 'status' | 'search', value: string) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (name === 'search' && !value) next.delete(name);
          else next.set(name, value || All);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { status, search, set };
}
