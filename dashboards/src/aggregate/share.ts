import type { Counts } from '../api/types';

/** Of those who must, how many have. Null where nobody must: 0 % would accuse, 100 % would flatter. */
export function shareMet({ met, unmet }: Pick<Counts, 'met' | 'unmet'>): number | null {
  return met + unmet === 0 ? null : met / (met + unmet);
}
