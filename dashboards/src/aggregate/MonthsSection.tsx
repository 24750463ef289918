import '../charts/charts.css';
import * as Tabs from '@radix-ui/react-tabs';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByMonth } from '../api/types';
import { seriesOf, type Series } from '../charts/series';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';
import { Loading } from '../shell/Loading';
import { monthRows } from './monthRows';
import { MonthTable } from './MonthTable';

const MonthChart = lazy(() => import('../charts/MonthChart'));

export function MonthsSection({ byMonth, year, file, span }: { byMonth: ByMonth[]; year: number; file: string; span?: 8 }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const series = useMemo(() => seriesOf(byMonth), [byMonth]);
  const nameOf = useCallback((form: string | null) => (form ? labels.form(form) : t('months.other')), [labels, t]);
  const summary = useSummary(series, year);
  const [view, setView] = useState('chart');
  const isEmpty = series.length === 0;

  return (
    <Tabs.Root value={view} onValueChange={setView} className={span ? `span-${span}` : undefined}>
      <Section
        title={t('months.title')}
        testId="months"
        csv={isEmpty ? undefined : { file, rows: () => monthRows(byMonth, labels.form, t) }}
        tools={
          isEmpty ? undefined : (
            <Tabs.List className="tabs__list" aria-label={t('months.view')}>
              <Tabs.Trigger value="chart">{t('months.chart')}</Tabs.Trigger>
              <Tabs.Trigger value="table" data-testid="months-as-table">
                {t('months.table')}
              </Tabs.Trigger>
            </Tabs.List>
          )
        }
      >
        {isEmpty ? (
          <p className="empty">{t('months.none', { year })}</p>
        ) : (
          <>
            <Tabs.Content value="chart">
              <Legend series={series} nameOf={nameOf} />
              <Suspense fallback={<Loading what="chart" minHeight="20rem" />}>
                <MonthChart series={series} nameOf={nameOf} summary={summary} />
              </Suspense>
            </Tabs.Content>
            <Tabs.Content value="table" forceMount className="months__table">
              <MonthTable byMonth={byMonth} series={series} nameOf={nameOf} />
            </Tabs.Content>
          </>
        )}
      </Section>
    </Tabs.Root>
  );
}

function Legend({ series, nameOf }: { series: Series[]; nameOf: (form: string | null) => string }) {
  return (
    <ul className="legend" aria-hidden="true">
      {series.map(({ form, color }) => (
        <li key={form ?? 'other'}>
          <span className="legend__key" style={{ background: `var(${color})` }} />
          {nameOf(form)}
        </li>
      ))}
    </ul>
  );
}

function useSummary(series: Series[], year: number): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const months = Array.from({ length: 12 }, (_, index) => series.reduce((sum, { months: jp }) => sum + (jp[index] ?? 0), 0));
  const top = Math.max(...months);
  return t('months.summary', {
    year,
    total: formats.jpSum(months.reduce((sum, jp) => sum + jp, 0)),
    month: formats.month(months.indexOf(top) + 1),
    top: formats.jpSum(top),
  });
}
