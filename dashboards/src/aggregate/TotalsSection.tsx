import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JpTotals } from '../api/types';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';

const Few = 6;

/** JP by form, or by platform: what was claimed, what the rules made of it, what counts. */
export function TotalsSection({
  title,
  nameColumn,
  rows,
  file,
  span,
  testId,
}: {
  title: string;
  nameColumn: string;
  rows: (JpTotals & { key: string; name: string })[];
  file: string;
  span?: 6;
  testId: string;
}) {
  const { t } = useTranslation();
  const { count, jpSum } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const sorted = [...rows].sort((a, b) => b.countedJp - a.countedJp);
  const right = ['credits', 'people', 'claimed', 'converted', 'counted'] as const;

  const csv = () => [
    [nameColumn, ...right.map((column) => t(`forms.${column}`))],
    ...sorted.map((row) => [row.name, row.credits, row.people, row.claimedJp, row.convertedJp, row.countedJp]),
  ];

  return (
    <Section title={title} span={span} testId={testId} csv={rows.length > 0 ? { file, rows: csv } : undefined}>
      {rows.length === 0 ? (
        <p className="empty">{t('forms.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{nameColumn}</th>
                {right.map((column) => (
                  <th key={column} scope="col" className="right">
                    {t(`forms.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(isWhole ? sorted : sorted.slice(0, Few)).map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  <td className="right">{count(row.credits)}</td>
                  <td className="right">{count(row.people)}</td>
                  <td className="right quiet">{jpSum(row.claimedJp)}</td>
                  <td className="right quiet">{jpSum(row.convertedJp)}</td>
                  <td className="right">
                    <b>{jpSum(row.countedJp)}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: rows.length })}
        </button>
      )}
    </Section>
  );
}
