import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';

const Radius = 52;
const Round = 2 * Math.PI * Radius;

/** How far the counted hours are around to the minimum; full at it and beyond. */
export function ProgressRing({ counted, min }: { counted: number; min: number | null }) {
  const { t } = useTranslation();
  const { jp, limit } = useFormats();
  const share = min ? Math.min(1, counted / min) : 0;
  const words = min
    ? t('transcript.ring', { counted: jp(counted), min: limit(min) })
    : t('transcript.ringNoMinimum', { counted: jp(counted) });
  return (
    <div className="ring" role="img" aria-label={words} data-testid="progress-ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r={Radius} className="ring__track" />
        {share > 0 && (
          <circle
            cx="60"
            cy="60"
            r={Radius}
            className={share >= 1 ? 'ring__way ring__way--met' : 'ring__way'}
            strokeDasharray={`${share * Round} ${Round}`}
            transform="rotate(-90 60 60)"
          />
        )}
      </svg>
      <p className="ring__words" aria-hidden="true">
        <b className="number">{jp(counted)}</b>
        <span>{min ? t('transcript.ringOf', { min: limit(min) }) : t('transcript.ringPlain')}</span>
      </p>
    </div>
  );
}
