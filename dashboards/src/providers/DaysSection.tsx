import '../charts/charts.css';
import * as Tabs from '@radix-ui/react-tabs';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeDay } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { Loading } from '../shell/Loading';
import { seriesOf, totalsOf } from './intake';

const DayChart = lazy(() => import('./DayChart'));

const Columns = ['accepted', 'notRecognised', 'unknownLearner', 'unknownActivity', 'refused'] as const;
const valueOf = (day: IntakeDay, column: (typeof Columns)[number]) => (column === 'refused' ? day.refusedRequests : day[column]);

/** Accepted, refused and not recognised by day: as a chart, and as a table that says the same. */
export function DaysSection({ days, provider }: { days: IntakeDay[]; provider: string }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const [view, setView] = useState('chart');
  const series = useMemo(() => seriesOf(days), [days]);
  const totals = totalsOf(days);
  const isEmpty = totals.accepted + totals.refusedRequests === 0;
  const summary = t('intake.summary', {
    accepted: count(totals.accepted),
    notRecognised: count(totals.notRecognised),
    refused: count(totals.refusedRequests),
  });
  const csv = () => [
    [t('intake.day'), ...Columns.map((column) => t(`intake.${column}`))],
    ...days.map((day) => [day.day, ...Columns.map((column) => valueOf(day, column))]),
  ];

  return (
    <Tabs.Root value={view} onValueChange={setView}>
      <Section
        title={t('intake.daysTitle')}
        testId="days"
        csv={isEmpty ? undefined : { file: t('intake.file', { provider }), rows: csv }}
        tools={
          isEmpty ? undefined : (
            <Tabs.List className="tabs__list" aria-label={t('intake.view')}>
              <Tabs.Trigger value="chart">{t('intake.chart')}</Tabs.Trigger>
              <Tabs.Trigger value="table" data-testid="days-as-table">
                {t('intake.table')}
              </Tabs.Trigger>
            </Tabs.List>
          )
        }
      >
        {isEmpty ? (
          <p className="empty">{t('intake.daysNone')}</p>
        ) : (
          <>
            <Tabs.Content value="chart">
              <ul className="legend" aria-hidden="true">
                {series.map(({ part, color }) => (
                  <li key={part}>
                    <span className="legend__key" style={{ background: `var(${color})` }} />
                    {t(`intake.${part}`)}
                  </li>
                ))}
              </ul>
              <Suspense fallback={<Loading what="chart" minHeight="20rem" />}>
                <DayChart days={days} series={series} summary={summary} />
              </Suspense>
            </Tabs.Content>
            <Tabs.Content value="table" forceMount className="months__table">
              <DayTable days={days} />
            </Tabs.Content>
          </>
        )}
      </Section>
    </Tabs.Root>
  );
}

function DayTable({ days }: { days: IntakeDay[] }) {
  const { t } = useTranslation();
  const { count, date } = useFormats();
  const columns: Column<IntakeDay>[] = [
    { title: t('intake.day'), of: ({ day }) => date(day) },
    ...Columns.map((column): Column<IntakeDay> => ({ title: t(`intake.${column}`), of: (day) => count(valueOf(day, column)), look: 'right' })),
  ];
  return <DataTable label={t('intake.daysTitle')} rows={[...days].reverse()} columns={columns} keyOf={({ day }) => day} testId="day-table" />;
}
