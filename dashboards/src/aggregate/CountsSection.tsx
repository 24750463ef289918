import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../api/types';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { ShareCell } from './ShareCell';

const Few = 8;

export interface CountsRow extends Counts {
  key: string;
  name: string;
}

/** People by kind of ASN, position group or unit: how many are behind, and how far each is. */
export function CountsSection({
  title,
  lead,
  nameColumn,
  rows,
  file,
  span,
  testId,
  nameOf = (row) => row.name,
}: {
  title: string;
  lead?: string;
  nameColumn: string;
  rows: CountsRow[];
  file: string;
  span?: 6;
  testId: string;
  nameOf?: (row: CountsRow) => ReactNode;
}) {
  const { t } = useTranslation();
  const { count, jp } = useFormats();
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const right = ['people', 'unmet', 'meanJp', 'share'] as const;

  return (
    <Section title={title} lead={lead} span={span} testId={testId} csv={{ file, rows: () => csvOf(rows, nameColumn, t) }}>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="table counts-table">
          <thead>
            <tr>
              <th scope="col">{nameColumn}</th>
              {right.map((column) => (
                <th key={column} scope="col" className="right">
                  {t(`kinds.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(isWhole ? rows : rows.slice(0, Few)).map((row) => (
              <tr key={row.key} data-testid={`${testId}-row`}>
                <th scope="row">{nameOf(row)}</th>
                <td className="right">{count(row.people)}</td>
                <td className="right">{count(row.unmet)}</td>
                <td className="right">{jp(row.meanJp)}</td>
                <td className="right">
                  <ShareCell counts={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: rows.length })}
        </button>
      )}
    </Section>
  );
}

/** With the columns for which a page has no room. */
export function csvOf(rows: CountsRow[], nameColumn: string, t: TFunction): (string | number)[][] {
  const head = [nameColumn, t('kinds.people'), t('status.MET'), t('status.UNMET'), t('status.EXEMPT'), t('status.NOT_REQUIRED')];
  return [
    [...head, t('overview.countedJp'), t('kinds.meanJp')],
    ...rows.map((row) => [row.name, row.people, row.met, row.unmet, row.exempt, row.notRequired, row.countedJp, row.meanJp]),
  ];
}
