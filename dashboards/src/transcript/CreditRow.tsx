import { useTranslation } from 'react-i18next';
import type { Credit } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';

/** One activity: from claimed to counted, and beneath it each reduction in words. */
export function CreditRow({ credit }: { credit: Credit }) {
  const { t, i18n } = useTranslation();
  const { jp, dayMonth } = useFormats();
  const labels = useLabels();
  const language = i18n.language.startsWith('en') ? 'en' : 'id';
  const reasons = credit.conversion ? [credit.conversion, ...credit.reductions] : credit.reductions;
  const isCut = credit.countedJp < credit.convertedJp || credit.reductions.length > 0;

  return (
    <tr data-testid="credit-row">
      <td className="credits__date">
        <time dateTime={credit.date}>{dayMonth(credit.date)}</time>
      </td>
      <th scope="row">
        <span className="credits__title" title={credit.activityIri}>
          {credit.title || t('transcript.untitled')}
        </span>
        <span className="credits__about">
          <span>{labels.form(credit.form)}</span>
          <span>{labels.level(credit.level)}</span>
          <span>{credit.provider}</span>
        </span>
        <span className="credits__narrow number">
          {t('transcript.claimed')} {jp(credit.claimedJp)} · {t('transcript.converted')} {jp(credit.convertedJp)}
        </span>
        {reasons.length > 0 && (
          <ul className="reasons">
            {reasons.map(({ rule, sentence, legalBasis }) => (
              <li key={rule} data-testid={`reduction-${rule}`}>
                <p>{sentence[language]}</p>
                <p className="reasons__law">
                  {t('transcript.legal')}: {legalBasis[language]}
                </p>
              </li>
            ))}
          </ul>
        )}
      </th>
      <td className="right credits__wide quiet">{jp(credit.claimedJp)}</td>
      <td className="right credits__wide quiet">{jp(credit.convertedJp)}</td>
      <td className={isCut ? 'right credits__counted credits__counted--cut' : 'right credits__counted'}>{jp(credit.countedJp)}</td>
    </tr>
  );
}
