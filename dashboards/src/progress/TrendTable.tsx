import { useTranslation } from 'react-i18next';
import type { YearInDays } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { lastDayOf, sameDayIn, standingOn } from './curve';

/** The chart's lines as figures, by the end of each month. */
export function TrendTable({ now, before, last }: { now: YearInDays; before: YearInDays | null; last: string }) {
  const { t } = useTranslation();
  const { month: monthName, jp, percent } = useFormats();
  const ends = Array.from({ length: Number(last.slice(5, 7)) }, (_, index) =>
    lastDayOf(now.year, [last, new Date(Date.UTC(now.year, index + 1, 0)).toISOString().slice(0, 10)].sort()[0]!),
  );
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('progress.title')}>
      <table className="table" data-testid="trend-table">
        <thead>
          <tr>
            <th scope="col">{t('progress.month')}</th>
            {(['share', 'meanJp'] as const).flatMap((column) =>
              [now.year, ...(before ? [before.year] : [])].map((year) => (
                <th key={`${column}-${year}`} scope="col" className="right">
                  {t(`progress.${column}`)} {year}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {ends.map((end, index) => {
            const point = standingOn(now, end);
            const other = before ? standingOn(before, sameDayIn(before.year, end)) : null;
            return (
              <tr key={end}>
                <th scope="row">{monthName(index + 1)}</th>
                <td className="right">{share(point.share)}</td>
                {other && <td className="right quiet">{share(other.share)}</td>}
                <td className="right">{jp(point.meanJp)}</td>
                {other && <td className="right quiet">{jp(other.meanJp)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
