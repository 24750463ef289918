import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { shareMet } from '../aggregate/share';
import type { NationCompliance } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { Loading } from '../shell/Loading';

const ProvinceMap = lazy(() => import('./ProvinceMap'));
const Steps = [1, 2, 3, 4, 5] as const;
const Limits = ['≤ −15', '−15…−5', '±5', '+5…+15', '≥ +15'];

export function MapSection({
  nation,
  chosen,
  onChoose,
  span,
}: {
  nation: NationCompliance;
  chosen: string;
  onChoose: (provinceCode: string) => void;
  span?: 7 | 8;
}) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const share = shareMet(nation);
  const regions = nation.byProvince.filter(({ provinceCode }) => provinceCode !== '');
  return (
    <Section title={t('map.title')} lead={t('map.lead', { share: share === null ? '–' : percent(share) })} span={span} testId="map">
      {regions.length === 0 ? (
        <p className="empty">{t('map.none')}</p>
      ) : (
        <>
          <Suspense fallback={<Loading what="map" minHeight="16rem" />}>
            <ProvinceMap provinces={regions} nation={share} chosen={chosen} onChoose={onChoose} />
          </Suspense>
          <figure className="map-scale">
            <ul className="map-scale__steps" aria-hidden="true">
              {Steps.map((step, index) => (
                <li key={step}>
                  <span className={`map-scale__step map-scale__step--${step}`} />
                  <span className="number">{Limits[index]}</span>
                </li>
              ))}
              <li>
                <span className="map-scale__step map-scale__step--0" />
                {t('map.noData')}
              </li>
            </ul>
            <figcaption className="quiet">{t('map.scale')}</figcaption>
          </figure>
          <Source />
        </>
      )}
    </Section>
  );
}

/** Its licence asks for the name of the source and that it was changed. */
function Source() {
  const { t } = useTranslation();
  const [before = '', after = ''] = t('map.source', { link: '\n' }).split('\n');
  return (
    <p className="map-source quiet">
      {before}
      <a href="https://github.com/VictorCazanave/svg-maps/tree/master/packages/indonesia" rel="noreferrer" target="_blank">
        svg-maps (Victor Cazanave)
      </a>
      {after}
    </p>
  );
}
