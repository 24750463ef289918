import { useTranslation } from 'react-i18next';
import type { Credit } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { explain } from '../rules/explain';

/** One activity: from claimed to counted, and beneath it each reduction in words. */
export function CreditRow({ credit, maxJp }: { credit: Credit; maxJp: number | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const labels = useLabels();
  const { jp, dayMonth } = formats;
  const formName = labels.form(credit.form);
  const reasons = credit.reductions.map((reduction) => explain(reduction, { ...credit, formName }, maxJp, t, formats));
  const isCut = credit.countedJp < credit.convertedJp || reasons.length > 0;

  return (
    <tr data-testid="credit-row">
      <td className="credits__date">
        <time dateTime={credit.date}>{dayMonth(credit.date)}</time>
      </td>
      <th scope="row">
        <span className="credits__title" title={credit.activityIri}>
          {credit.title ?? t('transcript.untitled')}
        </span>
        <span className="credits__about">
          <span>{formName}</span>
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
                <p>{sentence}</p>
                <p className="reasons__law">
                  {t('transcript.legal.label')}: {legalBasis}
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
