import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of the codes in the data. A code this page does not know is shown as it is: rule packs and registries may add some. */
export function useLabels() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => labelsIn(language, i18n), [language, i18n]);
}

function labelsIn(lng: string, i18n: i18n) {
  const named = (group: string, code: string, otherwise = code) => {
    const key = `code.${group}.${code.replaceAll(/[.:]/g, '-')}`;
    return i18n.exists(key, { lng }) ? String((i18n.t as (key: string, options: object) => string)(key, { lng })) : otherwise;
  };
  return {
    form: (code: string) => named('form', code),
    employmentType: (code: string) => named('employmentType', code),
    competency: (code: string, name: string) => named('competency', code, name || code),
    level: (code: string) => named('level', code),
    agencyKind: (code: string) => named('agencyKind', code),
    reportKind: (code: string) => named('report', code),
    period: (code: string) => named('period', code),
    job: (name: string) => named('job', name),
    jobWork: (name: string, description: string) => named('jobWork', name, description),
    timetable: (words: string) => named('timetable', words),
  };
}
