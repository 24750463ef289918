import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import type { Transcript } from '../api/types';
import { useFormats } from '../format/useFormats';
import { daysBetween, todayOf } from '../progress/curve';
import { ProgressRing } from './ProgressRing';

/** Where the person stands this year, why, and how the hours came about. */
export function Standing({ transcript }: { transcript: Transcript }) {
  const { t } = useTranslation();
  const { limit } = useFormats();
  const { requirement, target } = transcript;
  const min = requirement.minJp;
  return (
    <section className="standing keep" aria-label={t('transcript.title', { year: transcript.year })} data-testid="standing">
      <ProgressRing counted={transcript.countedJp} min={min} />
      <div className="standing__verdict">
        <p className="quiet">{t('transcript.title', { year: transcript.year })}</p>
        <p className="standing__sentence" data-testid="verdict">
          <Verdict transcript={transcript} min={min} />
        </p>
        {transcript.status === 'UNMET' && <Due year={transcript.year} />}
        {requirement.rule && <p className="quiet">{t('transcript.basis', { rule: requirement.rule })}</p>}
        {requirement.maxJp && <p className="quiet">{t('transcript.ceiling', { max: limit(requirement.maxJp) })}</p>}
        {target && (
          <p className="quiet">{t(target.met ? 'transcript.targetMet' : 'transcript.targetUnmet', { min: limit(target.minJp) })}</p>
        )}
      </div>
      <Flow transcript={transcript} />
    </section>
  );
}

/** Until when what is missing can still be learnt. */
function Due({ year }: { year: number }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const last = `${year}-12-31`;
  const left = daysBetween(todayOf(serviceNow()), last);
  return (
    <p className="standing__due" data-testid="due">
      {left < 0 ? t('transcript.dueOver', { date: date(last) }) : left === 0 ? t('transcript.dueToday') : t('transcript.due', { date: date(last), count: left })}
    </p>
  );
}

function Verdict({ transcript, min }: { transcript: Transcript; min: number | null }) {
  const { t } = useTranslation();
  const { jp, limit } = useFormats();
  const { status, countedJp } = transcript;
  if (status === 'EXEMPT' || status === 'NOT_REQUIRED' || min === null) {
    return t(`transcript.verdict.${status === 'EXEMPT' ? 'EXEMPT' : 'NOT_REQUIRED'}`);
  }
  if (status === 'UNMET') return t('transcript.verdict.UNMET', { missing: jp(min - countedJp), min: limit(min) });
  return countedJp > min
    ? t('transcript.verdict.MET_over', { min: limit(min), over: jp(countedJp - min) })
    : t('transcript.verdict.MET', { min: limit(min) });
}

function Flow({ transcript }: { transcript: Transcript }) {
  const { t } = useTranslation();
  const { jp, signed } = useFormats();
  const { claimedJp, convertedJp, countedJp } = transcript;
  const steps = [
    ['claimed', claimedJp, null],
    ['converted', convertedJp, convertedJp - claimedJp],
    ['counted', countedJp, countedJp - convertedJp],
  ] as const;
  return (
    <dl className="flow" aria-label={t('transcript.flow')}>
      {steps.map(([step, value, change]) => (
        <div key={step} className={`flow__step flow__step--${step}`}>
          <dt>
            {t(`transcript.${step}`)}
            <span className="flow__hint">{t(`transcript.${step}Hint`)}</span>
          </dt>
          <dd className="number" data-testid={`total-${step}`}>
            {change !== null && Math.abs(change) >= 0.05 && <span className="flow__change">{signed(change)}</span>}
            {jp(value)} <span className="visually-hidden">{t('jp')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
