import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityWorth } from '../api/contract';
import { activitiesQuery } from '../api/providers';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

const Few = 10;

/** What a course counts for: as it is registered, and what the rules make of it. */
export function ActivitiesSection({ provider }: { provider: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const activities = useQuery(activitiesQuery(provider));
  const rows = activities.data ?? [];
  const csv = () => [
    ['activity_iri', t('intake.worth.activity'), t('intake.worth.form'), t('intake.worth.registered'), t('intake.worth.counts')],
    ...rows.map((row) => [row.activityIri, row.title, labels.form(row.form), row.jp ?? '', row.countsJp ?? '']),
  ];
  return (
    <Section
      title={t('intake.worth.title')}
      lead={t('intake.worth.lead')}
      testId="worth"
      csv={rows.length > 0 ? { file: `${t('intake.worth.file')}-${provider}.csv`, rows: csv } : undefined}
    >
      {activities.isPending ? (
        <Loading what="intake" />
      ) : !activities.data ? (
        <PartFailure error={activities.error} onRetry={() => void activities.refetch()} />
      ) : rows.length === 0 ? (
        <p className="empty">{t('intake.worth.none')}</p>
      ) : (
        <Activities rows={rows} />
      )}
    </Section>
  );
}

function Activities({ rows }: { rows: ActivityWorth[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const words = search.toLowerCase().split(/\s+/);
  const found = rows.filter(({ activityIri, title }) => words.every((word) => `${title} ${activityIri}`.toLowerCase().includes(word)));
  return (
    <>
      {rows.length > Few && (
        <div className="filters no-print" role="search" aria-label={t('intake.worth.search')}>
          <input
            type="search"
            aria-label={t('intake.worth.search')}
            placeholder={t('intake.worth.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            data-testid="worth-search"
          />
        </div>
      )}
      {found.length === 0 ? <p className="empty">{t('intake.worth.noneFound')}</p> : <ActivityTable rows={isWhole ? found : found.slice(0, Few)} />}
      {found.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('intake.worth.more', { count: found.length })}
        </button>
      )}
    </>
  );
}

function ActivityTable({ rows }: { rows: ActivityWorth[] }) {
  const { t } = useTranslation();
  const { limit } = useFormats();
  const labels = useLabels();
  const columns: Column<ActivityWorth>[] = [
    {
      title: t('intake.worth.activity'),
      of: ({ title, activityIri }) => (
        <>
          {title}
          <code className="worth-table__iri">{activityIri}</code>
        </>
      ),
    },
    { title: t('intake.worth.form'), of: ({ form, level }) => `${labels.form(form)}, ${labels.level(level).toLowerCase()}` },
    { title: t('intake.worth.conditions'), of: (row) => <Conditions row={row} />, look: 'quiet' },
    { title: t('intake.worth.registered'), of: ({ jp }) => (jp === null ? '–' : limit(jp)), look: 'right' },
    { title: t('intake.worth.counts'), of: (row) => <Counts row={row} />, look: 'right' },
  ];
  return (
    <DataTable
      label={t('intake.worth.title')}
      rows={rows}
      columns={columns}
      keyOf={({ activityIri, validFrom }) => `${activityIri} ${validFrom}`}
      narrow="lines"
      className="worth-table"
      testId="worth-table"
      rowTestId="worth-row"
    />
  );
}

function Counts({ row: { countsJp, basis } }: { row: ActivityWorth }) {
  const { t } = useTranslation();
  const { limit } = useFormats();
  if (countsJp !== null) return <b>{limit(countsJp)} JP</b>;
  const why = basis === null ? 'noRule' : basis === 'MANUAL' ? 'byVerifier' : 'byStatement';
  return <span className="quiet">{t(`intake.worth.${why}`)}</span>;
}

const Bases = ['PROGRAMME', 'PER_DAY', 'PER_SESSION', 'PER_EVENT', 'PER_SEMESTER', 'MANUAL'] as const;

function Conditions({ row }: { row: ActivityWorth }) {
  const { t } = useTranslation();
  const { date, limit } = useFormats();
  const basis = Bases.find((known) => known === row.basis);
  const conditions = [
    basis && t(`intake.worth.basis.${basis}`, { value: limit(row.value ?? 0) }),
    row.jpPerDay !== null && t('intake.worth.perDay', { jp: limit(row.jpPerDay) }),
    row.eventsPerMonth !== null && t('intake.worth.perMonth', { count: row.eventsPerMonth }),
    row.validFrom && t('intake.worth.from', { date: date(row.validFrom) }),
    row.validTo && t('intake.worth.until', { date: date(row.validTo) }),
  ];
  return <>{conditions.filter(Boolean).join('; ')}</>;
}
