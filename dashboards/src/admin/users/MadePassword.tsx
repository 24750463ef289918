import { useTranslation } from 'react-i18next';
import { useFormats } from '../../format/useFormats';
import { CopyBlock } from '../../platform/CopyBlock';

/** An initial password, for as long as its reader leaves it open. */
export function MadePassword({ userName, password, until, onDone }: { userName: string; password: string; until: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return (
    <div className="notice notice--good made" data-testid="made-password">
      <h2>{t('admin.madeTitle', { name: userName })}</h2>
      <p>{t('admin.madeText', { until: dateTime(until) })}</p>
      <CopyBlock text={password} label={t('admin.password')} />
      <button className="button button--small" type="button" onClick={onDone} data-testid="made-done">
        {t('admin.madeDone')}
      </button>
    </div>
  );
}
