import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

const YearsBack = 5;
const FirstYear = 2018;

/** The year of the page stands in its address; without one, the current year. */
export function useYear(): number {
  const given = Number(useSearchParams()[0].get('year'));
  return Number.isInteger(given) && given >= FirstYear && given <= currentYear() + 1 ? given : currentYear();
}

export function YearSelect() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const year = useYear();
  const years = Array.from({ length: YearsBack }, (_, back) => currentYear() - back);
  if (!years.includes(year)) years.push(year);

  return (
    <label className="year-select">
      <span className="visually-hidden">{t('year.label')}</span>
      <select
        value={year}
        data-testid="year-select"
        onChange={(event) => {
          const next = new URLSearchParams(params);
          next.set('year', event.target.value);
          setParams(next, { preventScrollReset: true });
        }}
      >
        {years
          .sort((a, b) => b - a)
          .map((y) => (
            <option key={y}>{y}</option>
          ))}
      </select>
      <span className="print-only">{year}</span>
    </label>
  );
}

function currentYear(): number {
  return new Date().getFullYear();
}
