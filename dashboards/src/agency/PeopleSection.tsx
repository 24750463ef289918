import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '../api/queries';
import type { Aggregate } from '../api/types';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { PeopleFilters } from './PeopleFilters';
import { PeopleTable } from './PeopleTable';
import { usePeopleFilter } from './usePeopleFilter';

/** The people of the agency; those behind first, as one opens the page. */
export function PeopleSection({ code, year, figures }: { code: string; year: number; figures: Aggregate }) {
  const { t } = useTranslation();
  const { status, search } = usePeopleFilter();
  const people = useInfiniteQuery(peopleQuery({ code, year, status, search }));
  const rows = people.data?.pages.flatMap((page) => page.people) ?? [];
  useRefreshWithFigures(code, year, figures.computedAt);

  return (
    <Section title={status === 'UNMET' ? t('people.titleBehind') : t('people.title')} lead={t('people.order')} testId="people">
      <PeopleFilters figures={figures} />
      {people.isPending ? (
        <Loading what="people" minHeight="20rem" />
      ) : people.isError && rows.length === 0 ? (
        <PartFailure error={people.error} onRetry={() => void people.refetch()} />
      ) : rows.length === 0 ? (
        <NobodyFound year={year} isSearch={search !== ''} isBehind={status === 'UNMET'} />
      ) : (
        <div className={people.isPlaceholderData ? 'is-previous' : undefined}>
          <PeopleTable people={rows} year={year} isMixed={status === ''} />
        </div>
      )}
      {rows.length > 0 && (
        <div className="more">
          {people.hasNextPage && (
            <button
              className="button"
              type="button"
              onClick={() => void people.fetchNextPage()}
              disabled={people.isFetchingNextPage}
              data-testid="people-more"
            >
              {people.isFetchingNextPage ? t('people.loadingMore') : t('people.more')}
            </button>
          )}
          <p className="quiet number" role="status" data-testid="people-shown">
            {t('people.shown', { count: rows.length })} {people.hasNextPage ? '' : t('people.end')}
            {people.isFetchNextPageError && ` ${t('people.moreFailed')}`}
          </p>
        </div>
      )}
    </Section>
  );
}

function NobodyFound({ year, isSearch, isBehind }: { year: number; isSearch: boolean; isBehind: boolean }) {
  const { t } = useTranslation();
  if (isSearch || !isBehind) return <p className="empty">{t('people.noneFound')}</p>;
  return <p className="notice notice--good">{t('people.noneBehind', { year })}</p>;
}

/** The list is asked for again when the figures were computed anew, so that both say the same. */
function useRefreshWithFigures(code: string, year: number, computedAt: string | null): void {
  const client = useQueryClient();
  const last = useRef(computedAt);
  useEffect(() => {
    if (last.current !== computedAt) void client.invalidateQueries({ queryKey: ['people', code, year] });
    last.current = computedAt;
  }, [client, code, year, computedAt]);
}
