import { useTranslation } from 'react-i18next';
import type { RecentRefusal, RefusedFor } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
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
  const columns: Column<RefusedFor>[] = [
    {
      title: t('intake.reason'),
      of: (reason) => (
        <>
          <code>{[reason.status || '', reason.code].join(' ').trim()}</code>
          <span className="reasons-table__advice">{advice[adviceKey(reason, advice)]}</span>
          <span className="reasons-table__where">
            {t('intake.place')}: <Place path={reason.path} />
          </span>
          {reason.rule && <span className="reasons-table__where">{`${t('intake.rule')}: ${reason.rule}`}</span>}
        </>
      ),
    },
    { title: t('intake.requests'), of: ({ requests }) => count(requests), look: 'right' },
    { title: t('intake.last'), of: ({ lastAt }) => dateTime(lastAt), look: 'right' },
  ];
  return (
    <DataTable
      label={t('intake.reasonsTitle')}
      rows={reasons}
      columns={columns}
      keyOf={({ status, code, path, rule }) => [status, code, path, rule].join('|')}
      narrow="lines"
      className="reasons-table"
      testId="reasons-table"
      rowTestId="reason-row"
    />
  );
}

function RecentTable({ recent }: { recent: RecentRefusal[] }) {
  const { t } = useTranslation();
  const { count, dateTime } = useFormats();
  const columns: Column<RecentRefusal>[] = [
    { title: t('intake.time'), of: ({ refusedAt }) => dateTime(refusedAt), look: 'number' },
    { title: t('intake.request'), of: ({ request }) => <code>{request}</code> },
    { title: t('intake.answer'), of: ({ status, code }) => <code>{`${status} ${code}`}</code> },
    { title: t('intake.place'), of: ({ path }) => <Place path={path} /> },
    { title: t('intake.statement'), of: ({ statementIndex: at }) => (at === null ? '—' : count(at)), look: 'right' },
  ];
  return (
    <DataTable label={t('intake.recent')} rows={recent} columns={columns} keyOf={(_, place) => place} narrow="lines" testId="recent-table" />
  );
}

function Place({ path }: { path: string }) {
  const { t } = useTranslation();
  return path ? <code className="path">{path}</code> : <span className="quiet">{t('intake.wholeRequest')}</span>;
}
