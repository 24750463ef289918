import { useTranslation } from 'react-i18next';
import type { ByMonth } from '../api/types';
import type { Series } from '../charts/series';
import { useFormats } from '../format/useFormats';

/** The chart's figures as a table: for readers, for print, for whoever prefers numbers. */
export function MonthTable({ byMonth, series, nameOf }: { byMonth: ByMonth[]; series: Series[]; nameOf: (form: string | null) => string }) {
  const { t } = useTranslation();
  const { month: monthName, jpSum, count } = useFormats();
  const months = [...byMonth].sort((a, b) => a.month - b.month);
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('months.title')}>
      <table className="table" data-testid="month-table">
        <thead>
          <tr>
            <th scope="col">{t('months.month')}</th>
            <th scope="col" className="right">
              {t('months.credits')}
            </th>
            {series.map(({ form }) => (
              <th key={form ?? 'other'} scope="col" className="right">
                {nameOf(form)}
              </th>
            ))}
            <th scope="col" className="right">
              {t('months.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, credits, countedJp }) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              <td className="right">{count(credits)}</td>
              {series.map(({ form, months: jp }) => (
                <td key={form ?? 'other'} className="right">
                  {jpSum(jp[month - 1] ?? 0)}
                </td>
              ))}
              <td className="right">
                <b>{jpSum(countedJp)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
