import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, whyOf } from '../../api/client';
import type { SetAside } from '../../api/contract';
import { useFormats } from '../../format/useFormats';
import { DataTable, type Column } from '../../parts/DataTable';
import { Section } from '../../parts/Section';
import { PartFailure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { setAsideQuery } from '../api';
import { Two } from '../Two';

/** What could not be stored and why, conflicts among it, and a way to try it again. */
export function SetAsideSection() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const client = useQueryClient();
  const setAside = useQuery(setAsideQuery);
  const drive = useMutation({
    mutationFn: (id: string) => call('POST /set-aside/{id}/drive', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: setAsideQuery.queryKey }),
  });
  const columns: Column<SetAside>[] = [
    { title: t('admin.when'), of: ({ setAsideAt }) => dateTime(setAsideAt), look: 'number' },
    { title: t('admin.provider'), of: ({ provider, statementId }) => <Two first={provider} under={statementId} /> },
    { title: t('admin.reason'), of: ({ reason, detail }) => <Two first={reason} under={detail} /> },
    {
      title: t('admin.actions'),
      of: ({ id, drivenAt }) =>
        drivenAt ? (
          t('admin.driven', { when: dateTime(drivenAt) })
        ) : (
          <button className="button button--small" type="button" disabled={drive.isPending} onClick={() => drive.mutate(id)}>
            {t('admin.drive')}
          </button>
        ),
      isTitleHidden: true,
    },
  ];
  return (
    <Section title={t('admin.setAside')} lead={t('admin.setAsideLead')} testId="set-aside">
      <div role="alert">{drive.error && <p className="notice notice--bad">{t('admin.failed', { why: whyOf(drive.error) })}</p>}</div>
      {setAside.isPending ? (
        <Loading what="admin" />
      ) : !setAside.data ? (
        <PartFailure error={setAside.error} onRetry={() => void setAside.refetch()} />
      ) : setAside.data.length === 0 ? (
        <p className="empty">{t('admin.setAsideNone')}</p>
      ) : (
        <DataTable label={t('admin.setAside')} rows={setAside.data} columns={columns} keyOf={({ id }) => id} narrow="lines" names={-1} className="admin-table" />
      )}
    </Section>
  );
}
