import './aggregate.css';
import { useTranslation } from 'react-i18next';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';
import { shareMet } from './share';
import { StatusBar } from './StatusBar';

/** The answer first: what share of those required has met the year's minimum, and what stands around it. */
export function Overview({ figures, agencies }: { figures: Aggregate; agencies?: number }) {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const required = figures.met + figures.unmet;
  const share = shareMet(figures);

  return (
    <section className="overview" aria-label={t('overview.title')} data-testid="overview">
      <div className="overview__answer">
        <p className="overview__share number" data-testid="share-met">
          <span className="visually-hidden">{t('overview.share')}: </span>
          {share === null ? '–' : percent(share)}
        </p>
        <p className="overview__sentence">
          {required === 0
            ? t('overview.none', { year: figures.year })
            : t('overview.sentence', { met: count(figures.met), required: count(required), year: figures.year })}
        </p>
      </div>
      <FigureList figures={figures} agencies={agencies} />
      <StatusBar figures={figures} />
    </section>
  );
}

function FigureList({ figures, agencies }: { figures: Aggregate; agencies?: number }) {
  const { t } = useTranslation();
  const { count, jp, jpSum } = useFormats();
  const list: [string, string, string][] = [
    ['people', t('overview.people'), count(figures.people)],
    ['unmet', t('overview.unmet'), count(figures.unmet)],
    ['mean-jp', t('overview.meanJp'), jp(figures.meanJp)],
    ['counted-jp', t('overview.countedJp'), jpSum(figures.countedJp)],
  ];
  if (agencies !== undefined) list.unshift(['agencies', t('overview.agencies'), count(agencies)]);
  return (
    <dl className="figures">
      {list.map(([id, name, value]) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd className="number" data-testid={`figure-${id}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
