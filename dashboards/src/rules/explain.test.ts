import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatsFor } from '../format/formats';
import { en } from '../i18n/en';
import { id } from '../i18n/id';
import { explain } from './explain';

beforeAll(() => i18next.init({ resources: { id: { translation: id }, en: { translation: en } }, interpolation: { escapeValue: false } }));

const elearning = { form: 'ELEARNING', formName: 'E-learning', level: 'NATIONAL' };
const explainIn = (language: 'id' | 'en', rule: string, credit = elearning, maxJp: number | null = null) =>
  explain({ rule, jp: 1.5 }, credit, maxJp, i18next.getFixedT(language) as TFunction, formatsFor(language));

describe('reductions in words', () => {
  it('names the hours, the form and the daily limit', () => {
    expect(explainIn('id', 'jp_per_day').sentence).toContain(
      '1,5 JP tidak dihitung karena e-learning dihitung paling banyak 3 JP per hari',
    );
    expect(explainIn('en', 'jp_per_day').sentence).toContain('1.5 JP are not counted because e-learning counts at most 3 JP');
  });

  it('names the higher limit of an international activity', () => {
    expect(explainIn('en', 'jp_per_day', { ...elearning, level: 'INTERNATIONAL' }).sentence).toContain('at most 4 JP');
  });

  it('takes the ceiling of the contract year from the requirement', () => {
    expect(explainIn('en', 'over_cap', elearning, 24).sentence).toContain('24 JP in one contract year');
  });

  it.each(['duplicate', 'events_per_month', 'jp_per_day', 'over_cap', 'manual_pending'])(
    'has a sentence and a basis in both languages for %s',
    (rule) => {
      const credit = rule === 'events_per_month' ? { form: 'COACHING', formName: 'Coaching', level: 'NATIONAL' } : elearning;
      for (const language of ['id', 'en'] as const) {
        const { sentence, legalBasis } = explainIn(language, rule, credit, 24);
        expect(sentence).not.toMatch(/\{\{|transcript\./);
        expect(sentence).not.toContain(rule);
        expect(legalBasis.length).toBeGreaterThan(20);
      }
    },
  );

  it('names a rule it does not know rather than hide it', () => {
    expect(explainIn('en', 'tomorrow').sentence).toContain('tomorrow');
  });

  it('invents no figure for a form that has none here', () => {
    expect(explainIn('en', 'jp_per_day', { ...elearning, form: 'PJJ' }).sentence).not.toMatch(/at most/);
  });
});
