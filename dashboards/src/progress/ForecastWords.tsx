import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';
import type { Forecast } from './curve';

/** Where today's pace leads by 31 December, and how that was reckoned. */
export function ForecastWords({ forecast, required }: { forecast: Forecast; required: number }) {
  const { t } = useTranslation();
  const { count, jp, percent } = useFormats();
  const { daysLeft, met, metPerDay, meanJp, neededPerDay, paceDays, share } = forecast;
  return (
    <div className="forecast" data-testid="forecast">
      <p className="forecast__answer">
        <span className="quiet">{t('progress.foretold')}</span>
        <b>{t('progress.foretoldShare', { share: percent(share), met: count(met), required: count(required) })}</b>
        <span>{t('progress.foretoldJp', { jp: jp(meanJp) })}</span>
      </p>
      <p className="forecast__how">
        {t('progress.how', { days: paceDays, pace: jp(metPerDay), left: daysLeft })}{' '}
        {met >= required ? t('progress.paceEnough') : t('progress.needed', { needed: jp(neededPerDay) })}
      </p>
    </div>
  );
}
