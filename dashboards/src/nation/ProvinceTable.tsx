import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shareMet } from '../aggregate/share';
import { ShareCell } from '../aggregate/ShareCell';
import type { NationCompliance, ProvinceTotals } from '../api/contract';
import { csvOf } from '../aggregate/CountsSection';
import { useCsvFile } from '../format/useCsvFile';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { Central, provinceName } from './provinces';

const Few = 12;

/** The map in words: who is furthest behind first. A province chosen here narrows the agencies. */
export function ProvinceTable({ nation, chosen, onChoose, span }: { nation: NationCompliance; chosen: string; onChoose: (code: string) => void; span?: 4 }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const fileOf = useCsvFile('', nation.year);
  const [isWhole, setWhole] = useState(false);
  const ranked = inRank(nation.byProvince);
  const nameOf = (code: string) => provinceName(code, t('map.central'));
  if (ranked.length === 0) return null;
  const csv = () => csvOf(ranked.map((row) => ({ ...row, key: row.provinceCode, name: nameOf(row.provinceCode) })), t('map.province'), t);

  return (
    <Section title={t('map.title')} span={span} testId="provinces" csv={{ file: fileOf('provinces'), rows: csv }}>
      <table className="table province-table" data-testid="province-table">
        <thead>
          <tr>
            <th scope="col">{t('map.province')}</th>
            <th scope="col" className="right">
              {t('map.unmet')}
            </th>
            <th scope="col" className="right">
              {t('map.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? ranked : ranked.slice(0, Few)).map((row) => {
            const code = row.provinceCode || Central;
            return (
              <tr key={code} data-testid="province-row" className={code === chosen ? 'is-chosen' : undefined}>
                <th scope="row">
                  <button type="button" className="link" aria-pressed={code === chosen} onClick={() => onChoose(code === chosen ? '' : code)}>
                    {nameOf(code)}
                  </button>
                </th>
                <td className="right">{count(row.unmet)}</td>
                <td className="right">
                  <ShareCell counts={row} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ranked.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('map.fewer') : t('map.more', { count: ranked.length })}
        </button>
      )}
    </Section>
  );
}

function inRank(provinces: ProvinceTotals[]): ProvinceTotals[] {
  return provinces.filter(({ people }) => people > 0).sort((a, b) => (shareMet(a) ?? 2) - (shareMet(b) ?? 2) || b.unmet - a.unmet);
}
