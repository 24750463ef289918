import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import type { Credential } from '../api/types';
import { useFormats } from '../format/useFormats';
import { lifeOf } from './intake';

interface Props {
  credentials: Credential[];
  isBusy: boolean;
  onRotate: (key: string) => void;
  onRevoke: (key: string) => void;
}

/** The valid ones first. Revoking asks once more, in its row. */
export function CredentialTable({ credentials, isBusy, onRotate, onRevoke }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const now = serviceNow();
  const ordered = [...credentials].sort((a, b) => Number(!!a.revokedAt) - Number(!!b.revokedAt) || b.createdAt.localeCompare(a.createdAt));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.credentials')}>
      <table className="table credential-table" data-testid="credential-table">
        <thead>
          <tr>
            {(['key', 'scopes', 'origins', 'used', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`intake.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('intake.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((credential) => {
            const life = lifeOf(credential, now);
            return (
              <tr key={credential.key} data-testid="credential-row">
                <th scope="row">
                  {credential.name && <span>{credential.name}</span>}
                  <code className="credential-table__key">{credential.key}</code>
                </th>
                <td>{credential.scopes.join(', ')}</td>
                <td>{credential.allowedOrigins.join(', ') || <span className="quiet">{t('intake.noOriginsYet')}</span>}</td>
                <td className="number">{credential.lastUsedOn ? date(credential.lastUsedOn) : t('intake.neverUsed')}</td>
                <td>{t(`intake.${life}`)}</td>
                <td>
                  {life !== 'revoked' && (
                    <Actions keyName={credential.key} isBusy={isBusy} onRotate={onRotate} onRevoke={onRevoke} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
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
