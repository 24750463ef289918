import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { Section } from '../../parts/Section';
import { PartFailure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { setAsideQuery } from '../api';
import { whyOf } from '../why';

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
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.setAside')}>
          <table className="table admin-table">
            <thead>
              <tr>
                <th scope="col">{t('admin.when')}</th>
                <th scope="col">{t('admin.provider')}</th>
                <th scope="col">{t('admin.reason')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('admin.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {setAside.data.map((one) => (
                <tr key={one.id}>
                  <td className="number">{dateTime(one.setAsideAt)}</td>
                  <td>
                    {one.provider}
                    <span className="admin-table__under">{one.statementId}</span>
                  </td>
                  <td>
                    {one.reason}
                    <span className="admin-table__under">{one.detail}</span>
                  </td>
                  <td>
                    {one.drivenAt ? (
                      t('admin.driven', { when: dateTime(one.drivenAt) })
                    ) : (
                      <button className="button button--small" type="button" disabled={drive.isPending} onClick={() => drive.mutate(one.id)}>
                        {t('admin.drive')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
