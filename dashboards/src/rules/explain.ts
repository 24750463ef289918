import type { TFunction } from 'i18next';
import type { Formats } from '../format/formats';
import { limitOf } from './caps';

const Known = ['duplicate', 'events_per_month', 'jp_per_day', 'over_cap', 'manual_pending'] as const;
type KnownRule = (typeof Known)[number];

export interface Explanation {
  rule: string;
  sentence: string;
  legalBasis: string;
}

/** A reduction as a full sentence, and the law it rests on. A rule these pages do not know is named, never hidden. */
export function explain(
  reduction: { rule: string; jp: number },
  credit: { form: string; formName: string; level: string },
  maxJp: number | null,
  t: TFunction,
  formats: Formats,
): Explanation {
  const { rule } = reduction;
  const jp = formats.jp(reduction.jp);
  const limit = limitOf(rule, credit.form, credit.level, maxJp);
  const needsLimit = rule === 'jp_per_day' || rule === 'events_per_month' || rule === 'over_cap';
  if (!isKnown(rule) || (needsLimit && limit === null)) {
    return {
      rule,
      sentence: t('transcript.rule.unknown', { jp, rule }),
      legalBasis: isKnown(rule) ? t(`transcript.legal.${rule}`) : t('transcript.legal.unknown'),
    };
  }
  return {
    rule,
    sentence: t(`transcript.rule.${rule}`, { jp, form: inSentence(credit.formName), limit: limit === null ? '' : formats.limit(limit) }),
    legalBasis: t(`transcript.legal.${rule}`),
  };
}

function isKnown(rule: string): rule is KnownRule {
  return (Known as readonly string[]).includes(rule);
}

/** "E-learning" begins a cell; within a sentence it is "e-learning". An abbreviation keeps its capitals. */
function inSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
