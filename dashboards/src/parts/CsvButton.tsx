import { useTranslation } from 'react-i18next';
import { saveCsv, toCsv, type Cell } from '../format/csv';

export interface Csv {
  file: string;
  /** With the names of the columns first. */
  rows: () => Cell[][];
}

/** What the part shows, as a file. */
export function CsvButton({ csv, of, testId }: { csv: Csv; of: string; testId: string }) {
  const { t } = useTranslation();
  return (
    <button
      className="button button--plain button--small no-print"
      type="button"
      onClick={() => saveCsv(csv.file, toCsv(csv.rows()))}
      aria-label={t('csv.label', { of })}
      data-testid={testId}
    >
      {t('csv.button')}
    </button>
  );
}
