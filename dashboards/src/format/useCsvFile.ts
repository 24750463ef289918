import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { id } from '../i18n/id';

type What = keyof (typeof id)['csv']['of'];

/** What a downloaded table is called: menurut-jenis-BMKG-2026.csv. */
export function useCsvFile(code: string, year: number): (what: What) => string {
  const { t } = useTranslation();
  return useCallback((what) => `${t(`csv.of.${what}`)}-${code || t('csv.nation')}-${year}.csv`, [t, code, year]);
}
