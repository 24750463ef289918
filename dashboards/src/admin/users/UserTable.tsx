import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../format/useFormats';
import { useSession } from '../../session/SessionContext';
import type { User, useUsers } from '../api';

interface Props {
  users: User[];
  changes: ReturnType<typeof useUsers>;
  isBusy: boolean;
  onStart: () => void;
}

export function UserTable(props: Props) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.users')}>
      <table className="table admin-table" data-testid="user-table">
        <thead>
          <tr>
            {(['displayName', 'role', 'lastSignIn', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`admin.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('admin.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.users.map((user) => (
            <Row key={user.userName} user={user} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ user, changes, isBusy, onStart }: Props & { user: User }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const isSelf = useSession().userName === user.userName;
  const place = user.agencyCode ?? user.provider;
  const state = user.disabled
    ? t('admin.disabled')
    : user.isVouchedFor
      ? t('admin.vouched')
      : user.initialPasswordUntil
        ? t('admin.initial', { until: dateTime(user.initialPasswordUntil) })
        : t('admin.active');
  return (
    <tr data-testid="user-row">
      <th scope="row">
        {user.displayName}
        <span className="admin-table__under">{user.userName}</span>
      </th>
      <td>
        {t(`admin.roles.${user.role}`)}
        {place && <span className="admin-table__under">{place}</span>}
      </td>
      <td className="number">{user.lastSignInAt ? dateTime(user.lastSignInAt) : t('admin.neverSignedIn')}</td>
      <td>{state}</td>
      <td>{!isSelf && <Actions user={user} changes={changes} isBusy={isBusy} onStart={onStart} />}</td>
    </tr>
  );
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
