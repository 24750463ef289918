import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Csv } from '../parts/CsvButton';
import { Section } from '../parts/Section';

export interface Figure<Row> {
  title: string;
  of: (row: Row) => ReactNode;
  isQuiet?: boolean;
}

export interface FiguresProps<Row> {
  title: string;
  lead?: string;
  nameColumn: string;
  rows: Row[];
  figures: Figure<Row>[];
  csv: Csv;
  /** What is said where there are no rows. */
  none: string;
  few?: number;
  span?: 6;
  testId: string;
  className?: string;
  nameOf?: (row: Row) => ReactNode;
}

/** Named rows with figures to their right: the first few, and all of them if asked for. */
export function FiguresSection<Row extends { key: string; name: string }>(props: FiguresProps<Row>) {
  const { title, lead, nameColumn, rows, figures, csv, none, few = 8, span, testId, className = '', nameOf = (row) => row.name } = props;
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  return (
    <Section title={title} lead={lead} span={span} testId={testId} csv={rows.length > 0 ? csv : undefined}>
      {rows.length === 0 ? (
        <p className="empty">{none}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
          <table className={`table ${className}`}>
            <thead>
              <tr>
                <th scope="col">{nameColumn}</th>
                {figures.map((figure) => (
                  <th key={figure.title} scope="col" className="right">
                    {figure.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(isWhole ? rows : rows.slice(0, few)).map((row) => (
                <tr key={row.key} data-testid={`${testId}-row`}>
                  <th scope="row">{nameOf(row)}</th>
                  {figures.map((figure) => (
                    <td key={figure.title} className={figure.isQuiet ? 'right quiet' : 'right'}>
                      {figure.of(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: rows.length })}
        </button>
      )}
    </Section>
  );
}
