import '../admin.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../format/useFormats';
import { DataTable, type Column } from '../../parts/DataTable';
import { useAddress } from '../../parts/useAddress';
import { useSession } from '../../session/SessionContext';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { readLogQuery, type ReadLine } from '../api';
import { More } from '../../parts/More';
import { SearchField } from '../SearchField';
import { Two } from '../Two';

const Nobody = '00000000-0000-0000-0000-000000000000';

/** Who looked at whose record: everybody's for LAN, its own people's for an agency. */
export function AccessLogPage() {
  const { t, i18n } = useTranslation();
  const { role } = useSession();
  const [get, set] = useAddress();
  const [from, to, purpose, agency] = [get('from'), get('to'), get('why'), get('agency')];
  const setAgency = useCallback((code: string) => set('agency', code), [set]);
  const [caller, setCaller] = useState('');
  const log = useInfiniteQuery(readLogQuery({ from, to, caller, purpose, agency }));
  const rows = log.data?.pages.flatMap((page) => page.reads) ?? [];
  const purposes = i18n.getResource(i18n.language, 'translation', 'admin.purposes') as Record<string, string>;
  if (!log.data && log.isError) return <Failure error={log.error} onRetry={() => void log.refetch()} />;

  return (
    <>
      <AdminHead title={t('admin.log')} lead={t('admin.logLead')} />
      <div className="filters no-print" role="search" aria-label={t('admin.log')}>
        <Day label={t('admin.from')} value={from} onChange={(day) => set('from', day)} />
        <Day label={t('admin.to')} value={to} onChange={(day) => set('to', day)} />
        <SearchField label={t('admin.who')} hint={t('admin.anyone')} value={caller} onSearch={setCaller} testId="log-caller" />
        <select aria-label={t('admin.why')} value={purpose} onChange={(event) => set('why', event.target.value)} data-testid="log-purpose">
          <option value="">{t('admin.allPurposes')}</option>
          {Object.entries(purposes).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        {role === 'lan' && <SearchField label={t('admin.ofAgency')} hint={t('admin.agencyCode')} value={agency} onSearch={setAgency} testId="log-agency" />}
      </div>
      {!log.data ? (
        <Loading what="admin" minHeight="50dvh" />
      ) : rows.length === 0 ? (
        <p className="empty">{t('admin.logNone')}</p>
      ) : (
        <>
          <LogTable rows={rows} purposes={purposes} />
          <More shown={rows.length} query={log} />
        </>
      )}
    </>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="day-field">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function LogTable({ rows, purposes }: { rows: ReadLine[]; purposes: Record<string, string> }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const whyOf = (purpose: string) => purposes[purpose.startsWith('report ') ? 'report' : purpose] ?? purpose;
  const columns: Column<ReadLine>[] = [
    { title: t('admin.when'), of: ({ readAt }) => dateTime(readAt), look: 'number' },
    { title: t('admin.who'), of: (line) => <Caller line={line} /> },
    { title: t('admin.whose'), of: (line) => <Whose line={line} /> },
    { title: t('admin.ofAgency'), of: ({ agencyCode }) => agencyCode || '–' },
    { title: t('admin.why'), of: ({ purpose }) => whyOf(purpose) },
  ];
  return (
    <DataTable
      label={t('admin.log')}
      rows={rows}
      columns={columns}
      keyOf={({ readAt, personId, caller, purpose }) => `${readAt} ${personId} ${caller} ${purpose}`}
      narrow="lines"
      names={-1}
      className="admin-table"
      testId="log-table"
      rowTestId="log-row"
    />
  );
}

function Caller({ line: { caller, callerName } }: { line: ReadLine }) {
  const { t } = useTranslation();
  const signIn = caller.replace(/^\w+:/, '');
  return caller === 'public' ? t('admin.public') : <Two first={callerName ?? signIn} under={callerName && signIn} />;
}

function Whose({ line: { personId, personName } }: { line: ReadLine }) {
  const { t } = useTranslation();
  if (personId === Nobody) return <span className="quiet">{t('admin.manyPeople')}</span>;
  return <Link to={`/people/${personId}`}>{personName ?? personId}</Link>;
}
