import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client';
import { findPerson, type NewUser } from '../api';

const roles = ['agency', 'asn', 'vendor', 'lan'] as const;
type Role = (typeof roles)[number];

/** What the role is for decides what else is asked. A civil servant is found by NIP, which is not kept. */
export function MakeUser({ isPending, onMake }: { isPending: boolean; onMake: (wanted: NewUser) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [role, setRole] = useState<Role>('agency');
  const [unknown, setUnknown] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const wanted: NewUser = { userName: text('userName'), displayName: text('displayName'), role };
    if (role === 'agency') wanted.agencyCode = text('agencyCode');
    if (role === 'vendor') wanted.provider = text('provider');
    if (role === 'asn') {
      const person = await findPerson(text('nip')).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      });
      setUnknown(!person);
      if (!person) return;
      wanted.personId = person.personId;
      wanted.displayName ||= person.name;
    }
    onMake(wanted);
  }

  return (
    <form className="admin-form" onSubmit={(event) => void submit(event)} aria-label={t('admin.makeUser')} data-testid="user-form">
      <div className="field">
        <label htmlFor={`${id}role`}>{t('admin.role')}</label>
        <select id={`${id}role`} value={role} onChange={(event) => setRole(event.target.value as Role)} data-testid="user-role">
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`admin.roles.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}name`}>{t('admin.userName')}</label>
        <input id={`${id}name`} name="userName" required maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
      </div>
      <div className="field">
        <label htmlFor={`${id}display`}>{t('admin.displayName')}</label>
        <input id={`${id}display`} name="displayName" required={role !== 'asn'} maxLength={200} autoComplete="off" />
      </div>
      {role === 'agency' && <Place id={id} name="agencyCode" label={t('admin.agencyCode')} />}
      {role === 'vendor' && <Place id={id} name="provider" label={t('admin.provider')} />}
      {role === 'asn' && <Place id={id} name="nip" label={t('admin.nip')} hint={t('admin.nipHint')} />}
      <div role="alert">{unknown && <p className="notice notice--bad">{t('admin.nipUnknown')}</p>}</div>
      <button className="button button--main" type="submit" disabled={isPending} data-testid="user-submit">
        {isPending ? t('admin.making') : t('admin.makeUser')}
      </button>
    </form>
  );
}

function Place({ id, name, label, hint }: { id: string; name: string; label: string; hint?: string }) {
  return (
    <div className="field">
      <label htmlFor={id + name}>{label}</label>
      <input id={id + name} name={name} required autoComplete="off" spellCheck={false} aria-describedby={hint ? `${id}hint` : undefined} />
      {hint && (
        <p className="quiet admin-form__hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
