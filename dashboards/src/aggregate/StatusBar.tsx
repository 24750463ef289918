import { useTranslation } from 'react-i18next';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';

export function StatusBar({ figures }: { figures: Aggregate }) {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const parts = [
    { status: 'MET', people: figures.met },
    { status: 'UNMET', people: figures.unmet },
    { status: 'EXEMPT', people: figures.exempt },
    { status: 'NOT_REQUIRED', people: figures.notRequired },
  ] as const;
  const shareOf = (people: number) => (figures.people ? people / figures.people : 0);

  return (
    <figure className="status-bar" data-testid="status-bar">
      <figcaption className="quiet">{t('overview.bar', { people: count(figures.people) })}</figcaption>
      <div className="status-bar__bar" aria-hidden="true">
        {parts
          .filter(({ people }) => people > 0)
          .map(({ status, people }) => (
            <span key={status} className={`status-bar__part status-bar__part--${status}`} style={{ flexGrow: people }} />
          ))}
      </div>
      <ul className="status-bar__legend">
        {parts.map(({ status, people }) => (
          <li key={status} data-testid={`status-${status}`}>
            <span className={`status-bar__key status-bar__part--${status}`} aria-hidden="true" />
            <span>{t(`status.${status}`)}</span>
            <b className="number">{count(people)}</b>
            <span className="quiet number">{percent(shareOf(people))}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
