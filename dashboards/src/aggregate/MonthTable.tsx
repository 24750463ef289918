import { useTranslation } from 'react-i18next';
import type { ByMonth } from '../api/types';
import type { Series } from '../charts/series';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';

/** The chart's figures as a table: for readers, for print, for whoever prefers numbers. */
export function MonthTable({ byMonth, series, nameOf }: { byMonth: ByMonth[]; series: Series[]; nameOf: (form: string | null) => string }) {
  const { t } = useTranslation();
  const { month: monthName, jpSum, count } = useFormats();
  const months = [...byMonth].sort((a, b) => a.month - b.month);
  const columns: Column<ByMonth>[] = [
    { title: t('months.month'), of: ({ month }) => monthName(month) },
    { title: t('months.credits'), of: ({ credits }) => count(credits), look: 'right' },
    ...series.map(({ form, months: jp }): Column<ByMonth> => ({ title: nameOf(form), of: ({ month }) => jpSum(jp[month - 1] ?? 0), look: 'right' })),
    { title: t('months.total'), of: ({ countedJp }) => <b>{jpSum(countedJp)}</b>, look: 'right' },
  ];
  return <DataTable label={t('months.title')} rows={months} columns={columns} keyOf={({ month }) => month} narrow="lines" testId="month-table" />;
}
