import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import type { Credential } from '../api/types';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
import { lifeOf } from './intake';

interface Props {
  credentials: Credential[];
  isBusy: boolean;
  onRotate: (key: string) => void;
  onRevoke: (key: string) => void;
}

/** The valid ones first. Revoking asks once more, in its row. */
export function CredentialTable({ credentials, ...actions }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const now = serviceNow();
  const ordered = [...credentials].sort((a, b) => Number(!!a.revokedAt) - Number(!!b.revokedAt) || b.createdAt.localeCompare(a.createdAt));
  const columns: Column<Credential>[] = [
    {
      title: t('intake.key'),
      of: ({ name, key }) => (
        <>
          {name && <span>{name}</span>}
          <code className="credential-table__key">{key}</code>
        </>
      ),
    },
    { title: t('intake.scopes'), of: ({ scopes }) => scopes.join(', ') },
    { title: t('intake.origins'), of: ({ allowedOrigins }) => allowedOrigins.join(', ') || <span className="quiet">{t('intake.noOriginsYet')}</span> },
    { title: t('intake.used'), of: ({ lastUsedOn }) => (lastUsedOn ? date(lastUsedOn) : t('intake.neverUsed')), look: 'number' },
    { title: t('intake.state'), of: (credential) => t(`intake.${lifeOf(credential, now)}`) },
    {
      title: t('intake.actions'),
      of: (credential) => lifeOf(credential, now) !== 'revoked' && <Actions keyName={credential.key} {...actions} />,
      isTitleHidden: true,
    },
  ];
  return (
    <DataTable
      label={t('intake.credentials')}
      rows={ordered}
      columns={columns}
      keyOf={({ key }) => key}
      narrow="lines"
      className="credential-table"
      testId="credential-table"
      rowTestId="credential-row"
    />
  );
}

interface ActionsProps extends Pick<Props, 'isBusy' | 'onRotate' | 'onRevoke'> {
  keyName: string;
}

function Actions({ keyName, isBusy, onRotate, onRevoke }: ActionsProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  if (isAsked) {
    return (
      <div className="credential-table__sure" role="group" aria-label={t('intake.revokeSure')}>
        <p>{t('intake.revokeSure')}</p>
        <button
          className="button button--small"
          type="button"
          disabled={isBusy}
          onClick={() => {
            setAsked(false);
            onRevoke(keyName);
          }}
          data-testid="credential-revoke-yes"
        >
          {t('intake.revokeYes')}
        </button>
        {/* The harmless one has the focus. */}
        <button className="button button--small" type="button" autoFocus onClick={() => setAsked(false)}>
          {t('intake.cancel')}
        </button>
      </div>
    );
  }
  return (
    <div className="credential-table__actions">
      <button
        className="button button--small"
        type="button"
        disabled={isBusy}
        aria-label={t('intake.rotateLabel', { key: keyName })}
        onClick={() => onRotate(keyName)}
        data-testid="credential-rotate"
      >
        {t('intake.rotate')}
      </button>
      <button
        className="button button--small"
        type="button"
        disabled={isBusy}
        aria-label={t('intake.revokeLabel', { key: keyName })}
        onClick={() => setAsked(true)}
        data-testid="credential-revoke"
      >
        {t('intake.revoke')}
      </button>
    </div>
  );
}
