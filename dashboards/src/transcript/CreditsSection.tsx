import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credit, Transcript } from '../api/types';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { CreditRow } from './CreditRow';

/** Every hour, where it came from, what was cut and by which rule; newest month first. */
export function CreditsSection({ transcript }: { transcript: Transcript }) {
  const { t } = useTranslation();
  const [isOnlyCut, setOnlyCut] = useState(false);
  const { credits, year } = transcript;
  const cut = credits.filter(({ reductions }) => reductions.length > 0);
  const months = byMonth(isOnlyCut ? cut : credits);

  return (
    <Section
      title={t('transcript.credits')}
      span={8}
      testId="credits"
      tools={
        <div className="credits__tools">
          <span className="quiet number">
            {t('transcript.creditsCount', { count: credits.length })}
            {cut.length > 0 && `, ${t('transcript.cutCount', { count: cut.length })}`}
          </span>
          {credits.length > 0 && (
            <label className="check no-print">
              <input type="checkbox" checked={isOnlyCut} onChange={(event) => setOnlyCut(event.target.checked)} data-testid="only-cut" />
              {t('transcript.onlyCut')}
            </label>
          )}
        </div>
      }
    >
      {credits.length === 0 ? (
        <p className="empty">{t('transcript.none', { year })}</p>
      ) : months.length === 0 ? (
        <p className="notice notice--good">{t('transcript.noneCut')}</p>
      ) : (
        <CreditTable months={months} />
      )}
    </Section>
  );
}

function CreditTable({ months }: { months: [string, Credit[]][] }) {
  const { t } = useTranslation();
  const { monthYear } = useFormats();
  return (
    <table className="table credits" data-testid="credits-table">
      <thead>
        <tr>
          <th scope="col">{t('transcript.date')}</th>
          <th scope="col">{t('transcript.activity')}</th>
          <th scope="col" className="right credits__wide">
            {t('transcript.claimed')}
          </th>
          <th scope="col" className="right credits__wide">
            {t('transcript.converted')}
          </th>
          <th scope="col" className="right">
            {t('transcript.counted')}
          </th>
        </tr>
      </thead>
      {months.map(([month, credits]) => (
        <tbody key={month}>
          <tr className="credits__month">
            <th colSpan={5} scope="rowgroup">
              {monthYear(`${month}-01`)}
            </th>
          </tr>
          {credits.map((credit) => (
            <CreditRow key={credit.statementId} credit={credit} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function byMonth(credits: Credit[]): [string, Credit[]][] {
  const months = new Map<string, Credit[]>();
  const newest = [...credits].sort((a, b) => b.timestamp.localeCompare(a.timestamp) || a.statementId.localeCompare(b.statementId));
  for (const credit of newest) {
    const month = credit.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), credit]);
  }
  return [...months];
}
