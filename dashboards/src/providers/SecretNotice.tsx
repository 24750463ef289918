import { useTranslation } from 'react-i18next';
import type { CreatedCredential, RotatedCredential } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { CopyBlock } from '../platform/CopyBlock';

/** A new secret, for as long as its reader leaves it open. */
export function SecretNotice({ made, onDone }: { made: CreatedCredential | RotatedCredential; onDone: () => void }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return (
    <div className="notice notice--good secret-notice" data-testid="secret">
      <h3>{t('intake.secretTitle', { key: made.key })}</h3>
      <p>
        {t('intake.secretText')}
        {'previousValidUntil' in made && ` ${t('intake.secretBefore', { until: dateTime(made.previousValidUntil) })}`}
      </p>
      <CopyBlock text={made.secret} label={t('intake.secret')} />
      <button className="button button--small" type="button" onClick={onDone} data-testid="secret-done">
        {t('intake.secretDone')}
      </button>
    </div>
  );
}
