import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityWorth } from '../api/contract';
import { activitiesQuery } from '../api/providers';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
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
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.worth.title')}>
      <table className="table worth-table" data-testid="worth-table">
        <thead>
          <tr>
            <th scope="col">{t('intake.worth.activity')}</th>
            <th scope="col">{t('intake.worth.form')}</th>
            <th scope="col">{t('intake.worth.conditions')}</th>
            <th scope="col" className="right">
              {t('intake.worth.registered')}
            </th>
            <th scope="col" className="right">
              {t('intake.worth.counts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.activityIri} ${row.validFrom}`} data-testid="worth-row">
              <th scope="row">
                {row.title}
                <code className="worth-table__iri">{row.activityIri}</code>
              </th>
              <td>
                {labels.form(row.form)}, {labels.level(row.level).toLowerCase()}
              </td>
              <td className="quiet">
                <Conditions row={row} />
              </td>
              <td className="right">{row.jp === null ? '–' : limit(row.jp)}</td>
              <td className="right">
                {row.countsJp === null ? (
                  <span className="quiet">{t(row.basis === null ? 'intake.worth.noRule' : row.basis === 'MANUAL' ? 'intake.worth.byVerifier' : 'intake.worth.byStatement')}</span>
                ) : (
                  <b>{limit(row.countsJp)} JP</b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
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
