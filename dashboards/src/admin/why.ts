import { ApiError } from '../api/client';

/** What the service said was wrong, in its own words. */
export function whyOf(error: Error): string {
  return error instanceof ApiError ? (error.problem?.detail ?? `HTTP ${error.status}`) : error.message;
}
