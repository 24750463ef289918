import { useTranslation } from 'react-i18next';
import type { ByEmploymentType } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';
import { ShareCell } from './ShareCell';

export function KindsSection({ kinds, span }: { kinds: ByEmploymentType[]; span?: 6 | 7 | 8 }) {
  const { t } = useTranslation();
  const { count, jp } = useFormats();
  const labels = useLabels();
  if (kinds.length === 0) return null;
  return (
    <Section title={t('kinds.title')} span={span} testId="kinds">
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('kinds.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('kinds.kind')}</th>
              <th scope="col" className="right">
                {t('kinds.people')}
              </th>
              <th scope="col" className="right">
                {t('kinds.met')}
              </th>
              <th scope="col" className="right">
                {t('kinds.unmet')}
              </th>
              <th scope="col" className="right">
                {t('kinds.outside')}
              </th>
              <th scope="col" className="right">
                {t('kinds.meanJp')}
              </th>
              <th scope="col" className="right">
                {t('kinds.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...kinds]
              .sort((a, b) => b.people - a.people)
              .map((kind) => (
                <tr key={kind.employmentType}>
                  <th scope="row">{labels.employmentType(kind.employmentType)}</th>
                  <td className="right">{count(kind.people)}</td>
                  <td className="right">{count(kind.met)}</td>
                  <td className="right">{count(kind.unmet)}</td>
                  <td className="right">{count(kind.exempt + kind.notRequired)}</td>
                  <td className="right">{jp(kind.meanJp)}</td>
                  <td className="right">
                    <ShareCell counts={kind} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
