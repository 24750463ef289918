import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../../api/client';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { usersQuery, useUsers } from '../api';
import { useAddress } from '../../parts/useAddress';
import { More } from '../../parts/More';
import { SearchField } from '../SearchField';
import { MadePassword } from './MadePassword';
import { MakeUser } from './MakeUser';
import { UserTable } from './UserTable';

const roles = ['lan', 'agency', 'vendor', 'asn'] as const;

/** Who may sign in: find, make, disable, give a new password, sign out, remove. */
export function UsersPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [get, set] = useAddress();
  const role = get('role');
  const [isMaking, setMaking] = useState(false);
  const users = useInfiniteQuery(usersQuery(search, role));
  const changes = useUsers();
  const { make, change, newPassword, signOut, remove } = changes;
  const all = [make, change, newPassword, signOut, remove];
  const error = all.find((one) => one.error)?.error;
  const made = make.data?.initialPassword
    ? { userName: make.data.userName, password: make.data.initialPassword, until: make.data.initialPasswordUntil! }
    : newPassword.data && { userName: newPassword.data.userName, password: newPassword.data.initialPassword, until: newPassword.data.initialPasswordUntil };
  const forget = () => all.forEach((one) => one.reset());
  const rows = users.data?.pages.flatMap((page) => page.users) ?? [];
  if (!users.data && users.isError) return <Failure error={users.error} onRetry={() => void users.refetch()} />;

  return (
    <>
      <AdminHead
        title={t('admin.users')}
        lead={t('admin.usersLead')}
        tools={
          <button className="button button--main" type="button" aria-expanded={isMaking} onClick={() => setMaking(!isMaking)} data-testid="user-make">
            {t('admin.makeUser')}
          </button>
        }
      />
      <div role="status">{made && <MadePassword {...made} onDone={forget} />}</div>
      <div role="alert">{error && <p className="notice notice--bad">{t('admin.failed', { why: whyOf(error) })}</p>}</div>
      {isMaking && (
        <MakeUser
          isPending={make.isPending}
          onMake={(wanted) => {
            forget();
            make.mutate(wanted, { onSuccess: () => setMaking(false) });
          }}
        />
      )}
      <div className="filters no-print" role="search" aria-label={t('admin.users')}>
        <SearchField label={t('admin.search')} hint={t('admin.anyone')} value={search} onSearch={setSearch} testId="user-search" />
        <select aria-label={t('admin.role')} value={role} onChange={(event) => set('role', event.target.value)} data-testid="user-role-filter">
          <option value="">{t('admin.allRoles')}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`admin.roles.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {!users.data ? (
        <Loading what="admin" minHeight="50dvh" />
      ) : rows.length === 0 ? (
        <p className="empty">{t('admin.none')}</p>
      ) : (
        <>
          <UserTable users={rows} changes={changes} isBusy={all.some((one) => one.isPending)} onStart={forget} />
          <More shown={rows.length} query={users} />
        </>
      )}
    </>
  );
}
