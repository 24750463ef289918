import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../api/client';
import { credentialsQuery, useCredentials } from '../api/providers';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { CredentialTable } from './CredentialTable';
import { MakeCredential } from './MakeCredential';
import { SecretNotice } from './SecretNotice';

/** The platform's keys: make, rotate, revoke. A secret is on the page until it is closed, and nowhere after. */
export function CredentialsSection({ provider }: { provider: string }) {
  const { t } = useTranslation();
  const credentials = useQuery(credentialsQuery(provider));
  const { make, rotate, revoke } = useCredentials(provider);
  const [isMaking, setMaking] = useState(false);
  const made = make.data ?? rotate.data;
  const error = make.error ?? rotate.error ?? revoke.error;
  const forget = () => [make, rotate, revoke].forEach((change) => change.reset());

  return (
    <Section
      title={t('intake.credentials')}
      lead={t('intake.credentialsLead')}
      testId="credentials"
      tools={
        <button
          className="button button--small"
          type="button"
          aria-expanded={isMaking}
          onClick={() => setMaking(!isMaking)}
          data-testid="credential-make"
        >
          {t('intake.make')}
        </button>
      }
    >
      <div role="status">{made && <SecretNotice made={made} onDone={forget} />}</div>
      <div role="alert">
        {error && <p className="notice notice--bad">{t('intake.credentialFailed', { why: whyOf(error) })}</p>}
      </div>
      {isMaking && (
        <MakeCredential
          isPending={make.isPending}
          onMake={(wanted) => {
            forget();
            make.mutate({ provider, ...wanted }, { onSuccess: () => setMaking(false) });
          }}
        />
      )}
      {credentials.isPending ? (
        <Loading what="credentials" />
      ) : !credentials.data ? (
        <PartFailure error={credentials.error} onRetry={() => void credentials.refetch()} />
      ) : credentials.data.length === 0 ? (
        <p className="empty">{t('intake.credentialsNone')}</p>
      ) : (
        <CredentialTable
          credentials={credentials.data}
          isBusy={rotate.isPending || revoke.isPending}
          onRotate={(key) => {
            forget();
            rotate.mutate(key);
          }}
          onRevoke={(key) => {
            forget();
            revoke.mutate(key);
          }}
        />
      )}
    </Section>
  );
}
