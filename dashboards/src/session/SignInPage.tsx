import './SignInPage.css';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { ApiError, apiPath, call } from '../api/client';
import { sessionQuery, useSignIn } from '../api/session';
import { useFormats } from '../format/useFormats';
import { Brand } from '../shell/Brand';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { nextPath } from './nextPath';

export function SignInPage() {
  const { t } = useTranslation();
  const next = nextPath(useSearchParams()[0].get('next'));
  const session = useQuery(sessionQuery);
  if (session.data) return <Navigate to={next} replace />;

  return (
    <div className="sign-in">
      <title>{`${t('signIn.title')} · ${t('product')}`}</title>
      <header className="sign-in__top">
        <Brand />
        <LanguageSwitch />
      </header>
      <main className="sign-in__main" id="content">
        <WhatItIs />
        <SignInForm next={next} />
      </main>
    </div>
  );
}

function WhatItIs() {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <section className="sign-in__promise">
      <p className="sign-in__lead">{t('signIn.lead')}</p>
      <ul className="sign-in__facts">
        <li>
          <b>{count(20)}</b> {t('signIn.factMinimum')}
        </li>
        <li>
          <b>{count(45)}</b> {t('signIn.factUnit')}
        </li>
        <li>
          <b>{count(1)}</b> {t('signIn.factOnce')}
        </li>
      </ul>
    </section>
  );
}

function SignInForm({ next }: { next: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const ids = useId();
  const [isShown, setShown] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const userName = String(form.get('userName')).trim();
    const password = String(form.get('password'));
    setIncomplete(!userName || !password);
    if (userName && password) signIn.mutate({ userName, password }, { onSuccess: () => void navigate(next, { replace: true }) });
  }

  const failed = useSearchParams()[0].get('failed');
  const oidcWords = failed === 'role' || failed === 'disabled' || failed === 'oidc' ? t(`admin.ssoFailed.${failed}`) : null;
  const words = isIncomplete ? t('signIn.missing') : signIn.error ? t(refusal(signIn.error)) : oidcWords;
  return (
    <form className="sign-in__form" onSubmit={submit} noValidate aria-labelledby={`${ids}title`} data-testid="sign-in-form">
      <h1 id={`${ids}title`}>{t('signIn.title')}</h1>
      <ByProvider next={next} />
      <div className="field">
        <label htmlFor={`${ids}user`}>{t('signIn.userName')}</label>
        <input id={`${ids}user`} name="userName" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus required />
      </div>
      <div className="field">
        <label htmlFor={`${ids}password`}>{t('signIn.password')}</label>
        <div className="field__with-button">
          <input id={`${ids}password`} name="password" type={isShown ? 'text' : 'password'} autoComplete="current-password" required />
          <button type="button" aria-label={t('signIn.showLabel')} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? t('signIn.hide') : t('signIn.show')}
          </button>
        </div>
      </div>
      <div role="alert" className="sign-in__words" data-testid="sign-in-error">
        {words && <p className="notice notice--bad">{words}</p>}
      </div>
      <button className="button button--main" type="submit" disabled={signIn.isPending}>
        {signIn.isPending ? t('signIn.submitting') : t('signIn.submit')}
      </button>
      <p className="quiet sign-in__help">{t('signIn.help')}</p>
    </form>
  );
}

/** Where the service knows an OpenID provider: that way first. */
function ByProvider({ next }: { next: string }) {
  const { t } = useTranslation();
  const ways = useQuery({ queryKey: ['session-ways'], queryFn: ({ signal }) => call('GET /session/ways', { signal }), staleTime: Infinity });
  if (!ways.data?.oidc) return null;
  return (
    <>
      <a className="button button--main" href={apiPath('/session/oidc', { next })} data-testid="sign-in-oidc">
        {t('admin.sso', { name: ways.data.oidc })}
      </a>
      <p className="quiet sign-in__help">{t('admin.ssoOr')}</p>
    </>
  );
}

function refusal(error: Error) {
  if (error instanceof ApiError && (error.status === 401 || error.status === 400)) return 'signIn.refused';
  if (error instanceof ApiError && error.status === 429) return 'signIn.tooMany';
  return 'signIn.unavailable';
}
