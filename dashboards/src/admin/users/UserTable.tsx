import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../format/useFormats';
import { DataTable, type Column } from '../../parts/DataTable';
import { useSession } from '../../session/SessionContext';
import type { User, useUsers } from '../api';
import { Two } from '../Two';

interface Props {
  users: User[];
  changes: ReturnType<typeof useUsers>;
  isBusy: boolean;
  onStart: () => void;
}

export function UserTable({ users, ...actions }: Props) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const self = useSession().userName;
  const columns: Column<User>[] = [
    { title: t('admin.displayName'), of: ({ displayName, userName }) => <Two first={displayName} under={userName} /> },
    { title: t('admin.role'), of: ({ role, agencyCode, provider }) => <Two first={t(`admin.roles.${role}`)} under={agencyCode ?? provider} /> },
    {
      title: t('admin.lastSignIn'),
      of: ({ lastSignInAt }) => (lastSignInAt ? dateTime(lastSignInAt) : t('admin.neverSignedIn')),
      look: 'number',
    },
    { title: t('admin.state'), of: (user) => <State user={user} /> },
    {
      title: t('admin.actions'),
      of: (user) => user.userName !== self && <Actions user={user} {...actions} />,
      isTitleHidden: true,
    },
  ];
  return (
    <DataTable
      label={t('admin.users')}
      rows={users}
      columns={columns}
      keyOf={({ userName }) => userName}
      narrow="lines"
      className="admin-table"
      testId="user-table"
      rowTestId="user-row"
    />
  );
}

function State({ user }: { user: User }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  if (user.disabled) return t('admin.disabled');
  if (user.isVouchedFor) return t('admin.vouched');
  return user.initialPasswordUntil ? t('admin.initial', { until: dateTime(user.initialPasswordUntil) }) : t('admin.active');
}

function Actions({ user, changes, isBusy, onStart }: Omit<Props, 'users'> & { user: User }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const does = (change: () => void) => () => {
    onStart();
    change();
  };
  if (isAsked) {
    return (
      <div className="admin-table__actions" role="group" aria-label={t('admin.removeSure', { name: user.userName })}>
        <p>{t('admin.removeSure', { name: user.userName })}</p>
        <button className="button button--small" type="button" disabled={isBusy} onClick={does(() => changes.remove.mutate(user.userName))} data-testid="user-remove-yes">
          {t('admin.remove')}
        </button>
        {/* The harmless one has the focus. */}
        <button className="button button--small" type="button" autoFocus onClick={() => setAsked(false)}>
          {t('admin.cancel')}
        </button>
      </div>
    );
  }
  const actions = [
    { words: user.disabled ? t('admin.enable') : t('admin.disable'), act: () => changes.change.mutate({ user, disabled: !user.disabled }), id: 'user-disable' },
    ...(user.isVouchedFor ? [] : [{ words: t('admin.newPassword'), act: () => changes.newPassword.mutate(user.userName), id: 'user-password' }]),
    { words: t('admin.signOutEverywhere'), act: () => changes.signOut.mutate(user.userName), id: 'user-sign-out' },
  ];
  return (
    <details className="admin-table__menu">
      <summary aria-label={t('admin.actionsOf', { name: user.displayName })}>{t('admin.actions')}</summary>
      <div className="admin-table__actions">
        {actions.map(({ words, act, id }) => (
          <button key={id} className="button button--small" type="button" disabled={isBusy} onClick={does(act)} data-testid={id}>
            {words}
          </button>
        ))}
        <button className="button button--small" type="button" disabled={isBusy} onClick={() => setAsked(true)} data-testid="user-remove">
          {t('admin.remove')}
        </button>
      </div>
    </details>
  );
}
