import type { IntakeDay, RefusedFor } from '../api/contract';

export interface IntakeTotals {
  accepted: number;
  refusedRequests: number;
  notRecognised: number;
}

export function totalsOf(days: IntakeDay[]): IntakeTotals {
  const sum = (of: (day: IntakeDay) => number) => days.reduce((total, day) => total + of(day), 0);
  return { accepted: sum((d) => d.accepted), refusedRequests: sum((d) => d.refusedRequests), notRecognised: sum((d) => d.notRecognised) };
}

/** Statements a minute, over those of the given minutes; null where none came. */
export function rateOf(perMinute: number[]): number | null {
  const total = perMinute.reduce((sum, minute) => sum + minute, 0);
  return total === 0 ? null : total / perMinute.length;
}

export type Part = 'recognised' | 'notRecognised' | 'refused';

export interface DaySeries {
  part: Part;
  color: string;
  /** Accepted statements stand on one another; refused requests are no statements and stand beside them. */
  stack: 'statements' | 'requests';
  values: number[];
}

export function seriesOf(days: IntakeDay[]): DaySeries[] {
  return [
    // A statement can become recognised after the day's were counted: never below nothing.
    { part: 'recognised', color: '--series-1', stack: 'statements', values: days.map((d) => Math.max(0, d.accepted - d.notRecognised)) },
    { part: 'notRecognised', color: '--series-2', stack: 'statements', values: days.map((d) => d.notRecognised) },
    { part: 'refused', color: '--series-4', stack: 'requests', values: days.map((d) => d.refusedRequests) },
  ];
}

/** What the answer was, for reasons that no code of a statement names. */
const ByStatus: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'too_large',
  415: 'unsupported_media_type',
};

/** The key of the advice for a refusal: of its code, else of its status, else the general one. */
export function adviceKey({ code, status }: Pick<RefusedFor, 'code' | 'status'>, known: Record<string, string>): string {
  if (code in known) return code;
  const byStatus = ByStatus[status];
  return byStatus && byStatus in known ? byStatus : 'refused';
}

/** Origins as one types them: on lines of their own, or separated by commas or blanks. */
export function originsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

export type Life = 'valid' | 'expired' | 'revoked';

export function lifeOf({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null }, now: number): Life {
  if (revokedAt) return 'revoked';
  return expiresAt && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}
