import type { AgencyTotals } from '../api/contract';
import { shareMet } from '../aggregate/share';

export type Column = 'name' | 'people' | 'unmet' | 'meanJp' | 'share';
export interface Order {
  by: Column;
  isDescending: boolean;
}

/** Agencies where nobody has a minimum come last either way: they have no share to compare. */
export function inOrder<T extends AgencyTotals>(agencies: T[], { by, isDescending }: Order): T[] {
  const sign = isDescending ? -1 : 1;
  const value = (agency: T) => (by === 'share' ? shareMet(agency) : by === 'name' ? agency.name : agency[by]);
  return [...agencies].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
    const difference = typeof left === 'string' ? left.localeCompare(String(right), 'id') : left - Number(right);
    return difference * sign || byName(a, b);
  });
}

export function matches(agency: AgencyTotals, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${agency.code} ${agency.name}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function byName(a: AgencyTotals, b: AgencyTotals): number {
  return a.name.localeCompare(b.name, 'id');
}
