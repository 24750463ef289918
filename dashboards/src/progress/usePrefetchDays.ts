import { usePrefetchQuery } from '@tanstack/react-query';
import { daysQuery } from '../api/compliance';

/** The days of a year and of the one before it, of an agency or of the nation (null), asked for beside a page's figures and not only once these have come. */
export function usePrefetchDays(code: string | null, year: number): void {
  usePrefetchQuery(daysQuery(code, year));
  usePrefetchQuery(daysQuery(code, year - 1));
}
