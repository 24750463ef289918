import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { originsOf } from './intake';

/** What a platform may give itself; what reads of others is for LAN to give, by the API. */
const Scopes = ['statements/write', 'statements/read/mine', 'state', 'profile', 'define'];
const Usual = new Set(['statements/write', 'statements/read/mine']);

interface Wanted {
  name: string;
  scopes: string[];
  allowedOrigins: string[];
}

export function MakeCredential({ isPending, onMake }: { isPending: boolean; onMake: (wanted: Wanted) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onMake({
      name: String(form.get('name')),
      scopes: form.getAll('scope').map(String),
      allowedOrigins: originsOf(String(form.get('origins'))),
    });
  };
  return (
    <form className="make-credential" onSubmit={submit} aria-label={t('intake.make')} data-testid="credential-form">
      <div className="field">
        <label htmlFor={`${id}name`}>{t('intake.name')}</label>
        <input id={`${id}name`} name="name" maxLength={200} placeholder={t('intake.nameHint')} autoFocus autoComplete="off" />
      </div>
      <fieldset className="make-credential__scopes">
        <legend>{t('intake.scopes')}</legend>
        {Scopes.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scope" value={scope} defaultChecked={Usual.has(scope)} /> <code>{scope}</code>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}origins`}>{t('intake.origins')}</label>
        <textarea id={`${id}origins`} name="origins" rows={2} spellCheck={false} aria-describedby={`${id}hint`} />
        <p className="quiet make-credential__hint" id={`${id}hint`}>
          {t('intake.originsHint')}
        </p>
      </div>
      <button className="button button--main" type="submit" disabled={isPending} data-testid="credential-submit">
        {isPending ? t('intake.making') : t('intake.make')}
      </button>
    </form>
  );
}
