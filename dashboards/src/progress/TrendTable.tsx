import { useTranslation } from 'react-i18next';
import type { YearInDays } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
import { lastDayOf, sameDayIn, standingOn } from './curve';

/** The chart's lines as figures, by the end of each month. */
export function TrendTable({ now, before, last }: { now: YearInDays; before: YearInDays | null; last: string }) {
  const { t } = useTranslation();
  const { month: monthName, jp, percent } = useFormats();
  const ends = Array.from({ length: Number(last.slice(5, 7)) }, (_, index) =>
    lastDayOf(now.year, [last, new Date(Date.UTC(now.year, index + 1, 0)).toISOString().slice(0, 10)].sort()[0]!),
  );
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  const years = before ? [now, before] : [now];
  const standing = (year: YearInDays, end: string) => standingOn(year, year === now ? end : sameDayIn(year.year, end));
  const columnsOf = (title: string, of: (year: YearInDays, end: string) => string) =>
    years.map((year): Column<string> => ({ title: `${title} ${year.year}`, of: (end) => of(year, end), look: year === now ? 'right' : 'right quiet' }));
  const columns: Column<string>[] = [
    { title: t('progress.month'), of: (end) => monthName(Number(end.slice(5, 7))) },
    ...columnsOf(t('progress.share'), (year, end) => share(standing(year, end).share)),
    ...columnsOf(t('progress.meanJp'), (year, end) => jp(standing(year, end).meanJp)),
  ];
  return <DataTable label={t('progress.title')} rows={ends} columns={columns} keyOf={(end) => end} narrow="lines" testId="trend-table" />;
}
