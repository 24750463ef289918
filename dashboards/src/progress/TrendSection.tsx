import '../charts/charts.css';
import './progress.css';
import * as Tabs from '@radix-ui/react-tabs';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import { daysQuery } from '../api/compliance';
import type { YearInDays } from '../api/contract';
import { useCsvFile } from '../format/useCsvFile';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { curveOf, forecastOf, lastDayOf, sameDayIn, standingOn, todayOf, type Forecast, type Standing } from './curve';
import { ForecastWords } from './ForecastWords';
import type { Line } from './TrendChart';
import { TrendTable } from './TrendTable';

// Fetched with the page, and not only once there is something to draw.
const chart = import('./TrendChart');
const TrendChart = lazy(() => chart);

type Measure = 'share' | 'meanJp';

/** Is it getting better: this year's line over last year's, and where it leads at today's pace. Of an agency, or of the nation (null). */
export function TrendSection({ code, year, span }: { code: string | null; year: number; span?: 5 | 6 | 7 | 8 }) {
  const { t } = useTranslation();
  const now = useQuery(daysQuery(code, year));
  const before = useQuery(daysQuery(code, year - 1));
  if (!now.data || before.isPending) {
    return (
      <Section title={t('progress.title')} span={span} testId="trend">
        {now.isError ? <PartFailure error={now.error} onRetry={() => void now.refetch()} /> : <Loading what="chart" minHeight="22rem" />}
      </Section>
    );
  }
  return <Trend code={code} now={now.data} before={before.data && before.data.days.length > 0 ? before.data : null} span={span} />;
}

function Trend({ code, now, before, span }: { code: string | null; now: YearInDays; before: YearInDays | null; span?: 5 | 6 | 7 | 8 }) {
  const { t } = useTranslation();
  const [view, setView] = useState<Measure | 'table'>('share');
  const today = todayOf(serviceNow());
  const last = lastDayOf(now.year, today);
  const forecast = useMemo(() => forecastOf(now, today), [now, today]);
  const curves = useMemo(
    () => ({ now: curveOf(now, last), before: before ? curveOf(before, `${before.year}-12-31`) : [] }),
    [now, before, last],
  );
  const isEmpty = now.days.length === 0 && !before;
  const fileOf = useCsvFile(code ?? '', now.year);
  const csv = { file: fileOf('days'), rows: () => csvOf(now.year, curves, [t('progress.date'), t('progress.share'), t('progress.meanJp')]) };

  return (
    <Tabs.Root value={view} onValueChange={(value) => setView(value as Measure)} className={span ? `span-${span}` : undefined}>
      <Section
        title={t('progress.title')}
        lead={isEmpty ? undefined : t(before ? 'progress.lead' : 'progress.leadAlone', { before: now.year - 1 })}
        testId="trend"
        csv={isEmpty ? undefined : csv}
        tools={
          isEmpty ? undefined : (
            <Tabs.List className="tabs__list" aria-label={t('progress.view')}>
              {(['share', 'meanJp', 'table'] as const).map((value) => (
                <Tabs.Trigger key={value} value={value} data-testid={`trend-${value}`}>
                  {t(`progress.${value}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          )
        }
      >
        {isEmpty ? (
          <p className="empty">{t('progress.none', { year: now.year })}</p>
        ) : (
          <>
            {(['share', 'meanJp'] as const).map((measure) => (
              <Tabs.Content key={measure} value={measure}>
                <Chart measure={measure} now={now} before={before} curves={curves} forecast={forecast} last={last} />
              </Tabs.Content>
            ))}
            <Tabs.Content value="table" forceMount className="months__table">
              <TrendTable now={now} before={before} last={last} />
            </Tabs.Content>
            {forecast && <ForecastWords forecast={forecast} required={now.required} />}
          </>
        )}
      </Section>
    </Tabs.Root>
  );
}

interface ChartProps {
  measure: Measure;
  now: YearInDays;
  before: YearInDays | null;
  curves: { now: Standing[]; before: Standing[] };
  forecast: Forecast | null;
  last: string;
}

function Chart({ measure, now, before, curves, forecast, last }: ChartProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const lines = useMemo(() => linesOf(measure, now.year, curves, forecast), [measure, now.year, curves, forecast]);
  const shown = (standing: Standing) =>
    measure === 'share' ? (standing.share === null ? '–' : formats.percent(standing.share)) : formats.jp(standing.meanJp);
  const words = { year: now.year, date: formats.date(last), now: shown(standingOn(now, last)), before: now.year - 1 };
  const summary = before
    ? t(measure === 'share' ? 'progress.summaryShare' : 'progress.summaryMeanJp', {
        ...words,
        then: shown(standingOn(before, sameDayIn(before.year, last))),
      })
    : t('progress.summaryAlone', words);
  return (
    <>
      <ul className="legend" aria-hidden="true">
        {lines.map(({ name, color, look }) => (
          <li key={look}>
            <span className={`legend__line legend__line--${look}`} style={{ color: `var(${color})` }} />
            {look === 'forecast' ? t('progress.forecast') : name}
          </li>
        ))}
      </ul>
      <Suspense fallback={<Loading what="chart" minHeight="18rem" />}>
        <TrendChart lines={lines} isShare={measure === 'share'} year={now.year} summary={summary} />
      </Suspense>
    </>
  );
}

function linesOf(measure: Measure, year: number, curves: ChartProps['curves'], forecast: Forecast | null): Line[] {
  const points = (curve: Standing[]): [number, number][] => curve.map((point, index) => [index + 1, point[measure] ?? 0]);
  const lines: Line[] = [{ name: String(year), color: '--series-1', look: 'now', points: points(curves.now) }];
  if (curves.before.length > 0) lines.push({ name: String(year - 1), color: '--ink-3', look: 'before', points: points(curves.before) });
  const here = lines[0]!.points.at(-1);
  if (forecast && here) {
    const end = here[0] + forecast.daysLeft;
    lines.push({ name: String(year), color: '--series-1', look: 'forecast', points: [here, [end, forecast[measure]]] });
  }
  return lines;
}

function csvOf(year: number, { now, before }: ChartProps['curves'], [date, share, meanJp]: [string, string, string]): (string | number)[][] {
  const then = new Map(before.map((point) => [point.date, point]));
  const head = [date, `${share} ${year} (%)`, `${share} ${year - 1} (%)`, `${meanJp} ${year}`, `${meanJp} ${year - 1}`];
  return [
    head,
    ...now.map((point) => {
      const other = then.get(sameDayIn(year - 1, point.date));
      return [point.date, (point.share ?? 0) * 100, other ? (other.share ?? 0) * 100 : '', point.meanJp, other?.meanJp ?? ''];
    }),
  ];
}
