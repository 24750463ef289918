import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaleNotice } from '../../aggregate/StaleNotice';
import type { Answer } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { DataTable, type Column } from '../../parts/DataTable';
import { Meter } from '../../parts/Meter';
import { Section } from '../../parts/Section';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { systemQuery } from '../api';
import { SetAsideSection } from './SetAsideSection';

const NearlyFull = 0.85;

/** Stores, statement stream, engine and disk. */
export function SystemPage() {
  const { t } = useTranslation();
  const system = useQuery(systemQuery);
  if (!system.data && system.isError) return <Failure error={system.error} onRetry={() => void system.refetch()} />;
  return (
    <>
      <AdminHead title={t('admin.system')} lead={t('admin.systemLead')} />
      {system.data ? <State state={system.data} /> : <Loading what="admin" minHeight="50dvh" />}
      <StaleNotice isStale={!!system.data && system.isError} since={system.dataUpdatedAt} />
    </>
  );
}

function State({ state }: { state: Answer<'GET /system'> }) {
  const { t } = useTranslation();
  const { dateTime, bytes, count, jp } = useFormats();
  const { stream, store, process, disk, tables } = state;
  const columns: Column<(typeof tables)[number]>[] = [
    { title: t('admin.name'), of: ({ name }) => name },
    { title: t('admin.rows'), of: ({ rows }) => count(rows), look: 'right' },
    { title: t('admin.bytes'), of: (table) => bytes(table.bytes), look: 'right' },
  ];
  return (
    <div className="columns">
      <Section title={t('admin.stream')} span={6} testId="system-stream">
        <dl className="admin-figures">
          <Figure name={t('admin.state')}>
            <Badge isGood={stream.isReady}>{t(stream.isReady ? 'admin.ready' : 'admin.notReady')}</Badge>
          </Figure>
          <Figure name={t('admin.lag')}>{t('admin.lagSeconds', { seconds: jp(stream.lagSeconds) })}</Figure>
        </dl>
      </Section>
      <Section title={t('admin.engine')} span={6} testId="system-engine">
        {store ? (
          <dl className="admin-figures">
            <Figure name={t('admin.memory')}>
              {t('admin.ofBytes', { used: bytes(store.memoryBytes), total: bytes(store.maxMemoryBytes) })}
              <Meter share={store.memoryBytes / store.maxMemoryBytes} isUnmet={store.memoryBytes / store.maxMemoryBytes > NearlyFull} />
            </Figure>
            <Figure name={t('admin.uptime')}>{dateTime(Date.parse(state.at) - store.uptimeSeconds * 1000)}</Figure>
            <Figure name={t('admin.version')}>{store.version}</Figure>
          </dl>
        ) : (
          <Badge isGood={false}>{t('admin.engineAway')}</Badge>
        )}
      </Section>
      <Section title={t('admin.disk')} span={6} testId="system-disk">
        <dl className="admin-figures">
          <Figure name={t('admin.free')}>
            {t('admin.ofBytes', { used: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })}
            <Meter share={1 - disk.freeBytes / disk.totalBytes} isUnmet={1 - disk.freeBytes / disk.totalBytes > NearlyFull} />
          </Figure>
          <Figure name={t('admin.database')}>{bytes(disk.databaseBytes)}</Figure>
        </dl>
      </Section>
      <Section title={t('admin.process')} span={6} testId="system-process">
        <dl className="admin-figures">
          <Figure name={t('admin.memory')}>{bytes(process.memoryBytes)}</Figure>
          <Figure name={t('admin.uptime')}>{dateTime(process.startedAt)}</Figure>
          <Figure name={t('admin.processors')}>{count(process.processors)}</Figure>
        </dl>
      </Section>
      <SetAsideSection />
      <Section title={t('admin.tablesTitle')} testId="system-tables">
        <DataTable label={t('admin.tablesTitle')} rows={tables} columns={columns} keyOf={({ name }) => name} className="admin-table" />
      </Section>
    </div>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Badge({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  return <span className={`badge badge--${isGood ? 'MET' : 'UNMET'}`}>{children}</span>;
}
