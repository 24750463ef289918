import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Csv } from '../parts/CsvButton';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';

interface Props<Row> {
  title: string;
  lead?: string;
  nameColumn: string;
  rows: Row[];
  figures: Column<Row>[];
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
export function FiguresSection<Row extends { key: string; name: string }>(props: Props<Row>) {
  const { title, lead, nameColumn, rows, figures, csv, none, few = 8, span, testId, className, nameOf = (row) => row.name } = props;
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const columns = [{ title: nameColumn, of: nameOf }, ...figures];
  return (
    <Section title={title} lead={lead} span={span} testId={testId} csv={rows.length > 0 ? csv : undefined}>
      {rows.length === 0 ? (
        <p className="empty">{none}</p>
      ) : (
        <DataTable
          label={title}
          rows={isWhole ? rows : rows.slice(0, few)}
          columns={columns}
          keyOf={(row) => row.key}
          className={className}
          rowTestId={`${testId}-row`}
        />
      )}
      {rows.length > few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: rows.length })}
        </button>
      )}
    </Section>
  );
}
