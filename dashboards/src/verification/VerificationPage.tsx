import './verification.css';
import { useQuery } from '@tanstack/react-query';
import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ApiError } from '../api/client';
import { verificationQuery } from '../api/people';
import type { Verification } from '../api/types';
import { useFormats } from '../format/useFormats';
import { StatusBadge } from '../parts/StatusBadge';
import { Brand } from '../shell/Brand';
import { PartFailure } from '../shell/Failure';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Loading } from '../shell/Loading';

/** For whoever holds a printed transcript: no sign-in, and nothing that names the person. */
export function VerificationPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  return (
    <div className="verification">
      <title>{`${t('verification.title')} · ${t('product')}`}</title>
      <header className="verification__top">
        <Brand />
        <LanguageSwitch />
      </header>
      <main className="verification__main" id="content">
        <h1>{t('verification.title')}</h1>
        <p className="quiet">{t('verification.lead')}</p>
        <CodeForm key={code} code={code} />
        {code && <Answer code={code} />}
      </main>
    </div>
  );
}

function CodeForm({ code }: { code: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('code')).trim();
    if (typed) void navigate(`/verify/${encodeURIComponent(typed)}`);
  }

  return (
    <form className="verification__form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('verification.code')}</label>
        <input id={id} name="code" defaultValue={code} autoCapitalize="characters" autoComplete="off" spellCheck={false} maxLength={40} required />
      </div>
      <button className="button button--main" type="submit">
        {t('verification.check')}
      </button>
    </form>
  );
}

function Answer({ code }: { code: string }) {
  const { t } = useTranslation();
  const verification = useQuery(verificationQuery(code));
  const { data, error } = verification;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <p className="notice notice--bad" role="alert" data-testid="verification-unknown">
        {t('verification.unknown')}
      </p>
    );
  }
  if (error) return <PartFailure error={error} onRetry={() => void verification.refetch()} />;
  if (!data) return <Loading what="transcript" />;
  return <Genuine verification={data} />;
}

function Genuine({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  const { jp, limit, dateTime } = useFormats();
  const { agencyName, countedJp, initials, issuedAt, minJp, pdfSha256, status, unchanged, year } = verification;
  const counted = minJp === null ? jp(countedJp) : t('verification.ofMin', { counted: jp(countedJp), min: limit(minJp) });
  const facts = [
    ['initials', initials],
    ['agency', agencyName],
    ['year', year],
    ['counted', counted],
    ['status', <StatusBadge key="status" status={status} />],
    ['issued', dateTime(issuedAt)],
    ['file', <code key="file">{pdfSha256}</code>],
  ] as const;
  return (
    <section aria-live="polite" data-testid="verification-genuine">
      <p className="notice notice--good">{t('verification.genuine')}</p>
      <p className={unchanged ? 'notice notice--good' : 'notice notice--bad'} data-testid={unchanged ? 'verification-unchanged' : 'verification-changed'}>
        {t(unchanged ? 'verification.unchanged' : 'verification.changed')}
      </p>
      <p>{t('verification.compare')}</p>
      <dl className="verification__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`verification.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
