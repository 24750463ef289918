import '../admin/admin.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '../api/client';
import { sessionQuery } from '../api/session';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { useSession } from '../session/SessionContext';

const reasons = ['TooShort', 'TooLong', 'FewCharacters', 'Sequence', 'CommonWord', 'ContainsUserName', 'SameAsBefore', 'currentPassword'] as const;

/** One's own password and sessions. Who came with an initial password sees nothing else until they chose their own. */
export function AccountPage() {
  const { t } = useTranslation();
  const { mustChangePassword, displayName } = useSession();
  return (
    <>
      <title>{`${t('admin.account.title')} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('admin.account.title')}</h1>
          <p className="page-head__about">{mustChangePassword ? t('admin.account.mustChange') : displayName}</p>
        </div>
      </div>
      <ChangePassword />
      {!mustChangePassword && <SignOutEverywhere />}
    </>
  );
}

function ChangePassword() {
  const { t } = useTranslation();
  const { count } = useFormats();
  const id = useId();
  const client = useQueryClient();
  const ways = useQuery({ queryKey: ['session-ways'], queryFn: ({ signal }) => call('GET /session/ways', { signal }), staleTime: Infinity });
  const [isDifferent, setDifferent] = useState(false);
  const change = useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) => call('PUT /session/password', { body }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name));
    setDifferent(text('new') !== text('again'));
    if (text('new') === text('again')) change.mutate({ currentPassword: text('current'), password: text('new') }, { onSuccess: () => form.reset() });
  }

  const words = isDifferent ? t('admin.account.different') : change.error ? t(refusal(change.error)) : null;
  return (
    <Section title={t('admin.account.save')} lead={ways.data && t('admin.account.rule', { count: ways.data.minPasswordLength, replace: { count: count(ways.data.minPasswordLength) } })} testId="password">
      <form className="admin-form" onSubmit={submit} data-testid="password-form">
        {(['current', 'new', 'again'] as const).map((field) => (
          <div className="field" key={field}>
            <label htmlFor={id + field}>{t(`admin.account.${field}`)}</label>
            <input id={id + field} name={field} type="password" required autoComplete={field === 'current' ? 'current-password' : 'new-password'} />
          </div>
        ))}
        <div role="alert">{words && <p className="notice notice--bad">{words}</p>}</div>
        <div role="status">{change.isSuccess && <p className="notice notice--good">{t('admin.account.saved')}</p>}</div>
        <button className="button button--main" type="submit" disabled={change.isPending} data-testid="password-submit">
          {change.isPending ? t('admin.account.saving') : t('admin.account.save')}
        </button>
      </form>
    </Section>
  );
}

function SignOutEverywhere() {
  const { t } = useTranslation();
  const signOut = useMutation({
    mutationFn: () => call('DELETE /session', { query: { everywhere: true } }),
    onSuccess: () => window.location.assign('/sign-in'),
  });
  return (
    <Section title={t('admin.account.everywhere')} lead={t('admin.account.everywhereLead')} testId="everywhere">
      <button className="button" type="button" disabled={signOut.isPending} onClick={() => signOut.mutate()} data-testid="sign-out-everywhere">
        {t('admin.account.everywhere')}
      </button>
    </Section>
  );
}

function refusal(error: Error) {
  if (error instanceof ApiError && error.status === 429) return 'admin.account.tooMany';
  const given = error instanceof ApiError ? (error.problem as { reason?: string } | null)?.reason : undefined;
  const reason = reasons.find((known) => known === given);
  return reason ? (`admin.account.reasons.${reason}` as const) : 'signIn.unavailable';
}
