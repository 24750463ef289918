import { useTranslation } from 'react-i18next';
import type { RecentRefusal, RefusedFor } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { adviceKey } from './intake';

/** Why requests were refused, where, by which rule, and what to do. */
export function ReasonsSection({ reasons, recent }: { reasons: RefusedFor[]; recent: RecentRefusal[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('intake.reasonsTitle')} lead={reasons.length > 0 ? t('intake.reasonsLead') : undefined} testId="reasons">
      {reasons.length === 0 ? <p className="empty">{t('intake.reasonsNone')}</p> : <ReasonTable reasons={reasons} />}
      {recent.length > 0 && (
        <details className="recent-refusals">
          <summary>{t('intake.recent')}</summary>
          <RecentTable recent={recent} />
        </details>
      )}
    </Section>
  );
}

function ReasonTable({ reasons }: { reasons: RefusedFor[] }) {
  const { t } = useTranslation();
  const { count, dateTime } = useFormats();
  const advice: Record<string, string> = t('intake.advice', { returnObjects: true });
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.reasonsTitle')}>
      <table className="table reasons-table" data-testid="reasons-table">
        <thead>
          <tr>
            <th scope="col">{t('intake.reason')}</th>
            <th scope="col" className="right">
              {t('intake.requests')}
            </th>
            <th scope="col" className="right">
              {t('intake.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={[reason.status, reason.code, reason.path, reason.rule].join('|')} data-testid="reason-row">
              <th scope="row">
                <code>
                  {reason.status > 0 && `${reason.status} `}
                  {reason.code}
                </code>
                <span className="reasons-table__advice">{advice[adviceKey(reason, advice)]}</span>
                <span className="reasons-table__where">
                  {t('intake.place')}: <Place path={reason.path} />
                </span>
                {reason.rule && (
                  <span className="reasons-table__where">
                    {t('intake.rule')}: {reason.rule}
                  </span>
                )}
              </th>
              <td className="right">{count(reason.requests)}</td>
              <td className="right">{dateTime(reason.lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RecentTable({ recent }: { recent: RecentRefusal[] }) {
  const { t } = useTranslation();
  const { count, dateTime } = useFormats();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.recent')}>
      <table className="table" data-testid="recent-table">
        <thead>
          <tr>
            <th scope="col">{t('intake.time')}</th>
            <th scope="col">{t('intake.request')}</th>
            <th scope="col">{t('intake.answer')}</th>
            <th scope="col">{t('intake.place')}</th>
            <th scope="col" className="right">
              {t('intake.statement')}
            </th>
          </tr>
        </thead>
        <tbody>
          {recent.map((refusal, index) => (
            <tr key={`${refusal.refusedAt}-${index}`}>
              <th scope="row" className="number">
                {dateTime(refusal.refusedAt)}
              </th>
              <td>
                <code>{refusal.request}</code>
              </td>
              <td>
                <code>{`${refusal.status} ${refusal.code}`}</code>
              </td>
              <td>
                <Place path={refusal.path} />
              </td>
              <td className="right">{refusal.statementIndex === null ? '—' : count(refusal.statementIndex)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Place({ path }: { path: string }) {
  const { t } = useTranslation();
  return path ? <code className="path">{path}</code> : <span className="quiet">{t('intake.wholeRequest')}</span>;
}
