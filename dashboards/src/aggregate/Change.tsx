import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';

const Words = {
  points: ['betterPoints', 'worsePoints'],
  people: ['more', 'fewer'],
  jp: ['higher', 'lower'],
} as const;

/** By how much a figure differs from the year before; an arrow and words, so that colour is not all that tells. */
export function Change({
  by,
  year,
  unit,
  isLessBetter = false,
  testId,
}: {
  by: number;
  year: number;
  unit: keyof typeof Words;
  isLessBetter?: boolean;
  testId: string;
}) {
  const { t } = useTranslation();
  const { count, jp } = useFormats();
  const shown = unit === 'points' ? jp(Math.abs(by * 100)) : unit === 'jp' ? jp(Math.abs(by)) : count(Math.abs(by));
  if (Number(shown.replace(/\D/g, '')) === 0) {
    return (
      <span className="change" data-testid={testId}>
        {t('progress.same', { year })}
      </span>
    );
  }
  const isGood = by > 0 !== isLessBetter;
  return (
    <span className={isGood ? 'change change--good' : 'change change--bad'} data-testid={testId}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d={by > 0 ? 'M5 1.5 9 8.5H1Z' : 'M5 8.5 1 1.5h8Z'} fill="currentColor" />
      </svg>
      {t(`progress.${Words[unit][by > 0 ? 0 : 1]}`, { by: shown, year })}
    </span>
  );
}
