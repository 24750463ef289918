import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeoplePerPage, peopleQuery, type PeopleFilter } from '../api/people';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { PeopleFilters } from './PeopleFilters';
import { PeopleTable } from './PeopleTable';
import { usePeopleFilter } from './usePeopleFilter';

/** The people of the agency, a page at a time; those behind first, as one opens it. */
export function PeopleSection({ code, year, figures }: { code: string; year: number; figures: Aggregate }) {
  const { t } = useTranslation();
  const { filter } = usePeopleFilter();
  useRefreshWithFigures(code, year, figures.computedAt);
  return (
    <Section title={filter.status === 'UNMET' ? t('people.titleBehind') : t('people.title')} lead={t('people.order')} testId="people">
      <PeopleFilters code={code} figures={figures} />
      <People key={`${year} ${JSON.stringify(filter)}`} code={code} year={year} figures={figures} filter={filter} />
    </Section>
  );
}

function People({ code, year, figures, filter }: { code: string; year: number; figures: Aggregate; filter: PeopleFilter }) {
  // The cursors of the pages that were passed: one goes forth by the last answer's, and back by these.
  const [cursors, setCursors] = useState(['']);
  const people = useQuery(peopleQuery(code, year, filter, cursors.at(-1)!));
  const rows = people.data?.people ?? [];
  const next = people.data?.next;
  const { isNarrowed } = usePeopleFilter();

  if (people.isPending) return <Loading what="people" minHeight="20rem" />;
  if (people.isError && rows.length === 0) return <PartFailure error={people.error} onRetry={() => void people.refetch()} />;
  if (rows.length === 0) return <NobodyFound year={year} isNarrowed={isNarrowed} isBehind={filter.status === 'UNMET'} />;
  return (
    <>
      <div className={people.isPlaceholderData ? 'is-previous' : undefined} aria-busy={people.isPlaceholderData}>
        <PeopleTable people={rows} year={year} isMixed={filter.status === ''} />
      </div>
      <Pager
        from={(cursors.length - 1) * PeoplePerPage + 1}
        shown={rows.length}
        total={isNarrowed ? null : totalOf(figures, filter)}
        onBack={cursors.length > 1 ? () => setCursors(cursors.slice(0, -1)) : undefined}
        onForth={next && !people.isPlaceholderData ? () => setCursors([...cursors, next]) : undefined}
      />
    </>
  );
}

function Pager({
  from,
  shown,
  total,
  onBack,
  onForth,
}: {
  from: number;
  shown: number;
  total: number | null;
  onBack?: () => void;
  onForth?: () => void;
}) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const range = { from: count(from), to: count(from + shown - 1) };
  return (
    <nav className="pager" aria-label={t('people.pages')}>
      <p className="quiet number" role="status" data-testid="people-shown">
        {total === null ? t('people.range', range) : t('people.rangeOf', { ...range, total: count(total) })}
      </p>
      {(onBack || onForth) && (
        <div className="pager__ways no-print">
          <button className="button" type="button" onClick={onBack} disabled={!onBack} data-testid="people-back">
            {t('people.back')}
          </button>
          <button className="button" type="button" onClick={onForth} disabled={!onForth} data-testid="people-more">
            {t('people.forth')}
          </button>
        </div>
      )}
    </nav>
  );
}

function totalOf(figures: Aggregate, { status }: PeopleFilter): number {
  if (status === '') return figures.people;
  return { MET: figures.met, UNMET: figures.unmet, EXEMPT: figures.exempt, NOT_REQUIRED: figures.notRequired }[status];
}

function NobodyFound({ year, isNarrowed, isBehind }: { year: number; isNarrowed: boolean; isBehind: boolean }) {
  const { t } = useTranslation();
  if (isNarrowed || !isBehind) return <p className="empty">{t('people.noneFound')}</p>;
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
