import './aggregate.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import { daysQuery } from '../api/compliance';
import type { YearInDays } from '../api/contract';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';
import { lastDayOf, sameDayIn, standingOn, todayOf, weekTo, type Standing } from '../progress/curve';
import { Change } from './Change';
import { shareMet } from './share';
import { StatusBar } from './StatusBar';

/** The answer first: what share of those required has met the year's minimum, what stands around it, and how that is against last year. */
export function Overview({ figures, code }: { figures: Aggregate; code: string | null }) {
  const { t } = useTranslation();
  const { count, percent, dayMonth } = useFormats();
  const required = figures.met + figures.unmet;
  const share = shareMet(figures);
  const before = useYearBefore(code, figures.year);

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
        {before && share !== null && before.then.share !== null && (
          <Change by={share - before.then.share} year={before.year} unit="points" testId="change-share" />
        )}
      </div>
      <FigureList figures={figures} code={code} before={before} />
      <StatusBar figures={figures} />
      {before && (
        <p className="overview__basis quiet">
          {before.isWhole
            ? t('progress.wholeYear', { year: before.year })
            : t('progress.sameDay', { year: before.year, date: dayMonth(before.then.date) })}
        </p>
      )}
    </section>
  );
}

interface Before {
  year: number;
  days: YearInDays;
  then: Standing;
  isWhole: boolean;
}

/** The year before, by the same day; null where nobody is known of it. */
function useYearBefore(code: string | null, year: number): Before | null {
  const { data } = useQuery(daysQuery(code, year - 1));
  if (!data || data.people === 0 || data.days.length === 0) return null;
  const last = lastDayOf(year, todayOf(serviceNow()));
  return { year: year - 1, days: data, then: standingOn(data, sameDayIn(year - 1, last)), isWhole: last.endsWith('-12-31') };
}

function FigureList({ figures, code, before }: { figures: Aggregate; code: string | null; before: Before | null }) {
  const { t } = useTranslation();
  const { count, jp } = useFormats();
  const then = before?.then;
  const list: [string, string, string, ReactNode][] = [
    ['people', t('overview.people'), count(figures.people), null],
    [
      'unmet',
      t('overview.unmet'),
      count(figures.unmet),
      before && then && <Change by={figures.unmet - then.unmet} year={before.year} unit="people" isLessBetter testId="change-unmet" />,
    ],
    [
      'mean-jp',
      t('overview.meanJp'),
      jp(figures.meanJp),
      before && then && <Change by={figures.meanJp - then.meanJp} year={before.year} unit="jp" testId="change-mean-jp" />,
    ],
  ];
  return (
    <dl className="figures">
      {list.map(([id, name, value, change]) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd className="number" data-testid={`figure-${id}`}>
            {value}
          </dd>
          {change && <dd className="figures__change">{change}</dd>}
        </div>
      ))}
      <Week code={code} year={figures.year} before={before} />
    </dl>
  );
}

/** What the last seven days brought, this week being one of them. */
function Week({ code, year, before }: { code: string | null; year: number; before: Before | null }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { data } = useQuery(daysQuery(code, year));
  const today = todayOf(serviceNow());
  const last = lastDayOf(year, today);
  const credits = data ? weekTo(data, last).credits : null;
  return (
    <div>
      <dt>{last === today ? t('progress.week') : t('progress.weekOf', { year })}</dt>
      <dd className="number" data-testid="figure-week">
        {credits === null ? '…' : count(credits)}
      </dd>
      {before && credits !== null && (
        <dd className="figures__change">
          <Change by={credits - weekTo(before.days, before.then.date).credits} year={before.year} unit="people" testId="change-week" />
        </dd>
      )}
    </div>
  );
}
