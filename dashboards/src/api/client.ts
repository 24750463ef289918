import type { Calls, ProblemDetails } from './contract';

const Root = '/api/v1';
const TimeoutMs = 20_000;

/** An answer other than 2xx, or none at all (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDetails | null = null,
  ) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }

  /** The service, not the request, is at fault: asking again may help. */
  get isUnavailable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** What the service said was wrong, in its own words. */
export function whyOf(error: Error): string {
  return error instanceof ApiError ? (error.problem?.detail ?? `HTTP ${error.status}`) : error.message;
}

let clockSkewMs = 0;

/** Now by the service's clock, so that "5 seconds ago" is true on a computer whose own clock is wrong. */
export function serviceNow(): number {
  return Date.now() + clockSkewMs;
}

type Query = Record<string, string | number | boolean | null | undefined>;

export function apiPath(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${Root}${path}?${search}` : Root + path;
}

export type CallName = keyof Calls;
export type Answer<N extends CallName> = Calls[N]['answer'];

interface Given<N extends CallName> {
  path?: Calls[N]['path'];
  query?: Calls[N]['query'];
  /** A text goes as it is, by default as CSV; anything else as JSON. */
  body?: Calls[N]['body'];
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** A call as the service describes it: what is given and answered is checked by the compiler against that description. */
export async function call<N extends CallName>(
  name: N,
  { path = {}, query, body, headers, signal, timeoutMs = TimeoutMs }: Given<N> = {},
): Promise<Answer<N>> {
  const [method = '', template = ''] = name.split(' ');
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String((path as Record<string, unknown>)[key])));
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json' };
  const written = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, signal, body: written, headers: { ...type, ...headers } };
  return read<Answer<N>>(await send(apiPath(filled, query), init, timeoutMs));
}

async function send(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
  // The last one shows that the call comes from these pages: no form on another site can add it (CSRF), and a 401 then
  // brings no challenge for which the browser would open a dialogue of its own over ours.
  const headers = { Accept: 'application/json', ...init.headers, 'X-Requested-With': 'lrs' };
  const response = await fetchOrThrow(url, { ...init, headers, credentials: 'same-origin' }, timeoutMs);
  noteClock(response);
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return response;
}

async function fetchOrThrow(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0);
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw new ApiError(502);
  }
}

async function problemOf(response: Response): Promise<ProblemDetails | null> {
  if (!response.headers.get('Content-Type')?.includes('json')) return null;
  return (await response.json().catch(() => null)) as ProblemDetails | null;
}

function noteClock(response: Response): void {
  const date = Date.parse(response.headers.get('Date') ?? '');
  // The header has whole seconds: a difference below two of them says nothing.
  if (!Number.isNaN(date)) clockSkewMs = Math.abs(date - Date.now()) > 2000 ? date - Date.now() : 0;
}
