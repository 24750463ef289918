import type { Calls } from './contract';
import type { Problem } from './types';

const Root = '/api/v1';
const TimeoutMs = 20_000;

/** An answer other than 2xx, or none at all (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null = null,
  ) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }

  /** The service, not the request, is at fault: asking again may help. */
  get isUnavailable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

let clockSkewMs = 0;

/** Now by the service's clock, so that "5 seconds ago" is true on a computer whose own clock is wrong. */
export function serviceNow(): number {
  return Date.now() + clockSkewMs;
}

type Query = Record<string, string | number | null | undefined>;

export function apiPath(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${Root}${path}?${search}` : Root + path;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return read<T>(await send(apiPath(path, query), { signal }));
}

export async function post<T>(path: string, body: unknown, query?: Query, timeoutMs?: number): Promise<T> {
  return read<T>(await send(apiPath(path, query), { method: 'POST', body: JSON.stringify(body) }, timeoutMs));
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return read<T>(await send(apiPath(path), { method: 'PUT', body: JSON.stringify(body) }));
}

export type CallName = keyof Calls;
export type Answer<N extends CallName> = Calls[N]['answer'];

interface Given<N extends CallName> {
  path?: Calls[N]['path'];
  query?: Calls[N]['query'];
  body?: Calls[N]['body'];
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** A call as the service describes it: what is given and answered is checked by the compiler against that description. */
export async function call<N extends CallName>(name: N, { path = {}, query, body, signal, timeoutMs }: Given<N> = {}): Promise<Answer<N>> {
  const [method = '', template = ''] = name.split(' ');
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String((path as Record<string, unknown>)[key])));
  const init = { method, signal, body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body) };
  const headers = typeof body === 'string' ? { headers: { 'Content-Type': 'text/csv' } } : {};
  return read<Answer<N>>(await send(apiPath(filled, query as Query), { ...init, ...headers }, timeoutMs));
}

/** A body that goes as it was typed. */
export async function postText<T>(path: string, body: string, headers: Record<string, string>): Promise<T> {
  return read<T>(await send(apiPath(path), { method: 'POST', body, headers }));
}

export async function remove(path: string): Promise<void> {
  await send(apiPath(path), { method: 'DELETE' });
}

async function send(url: string, init: RequestInit, timeoutMs = TimeoutMs): Promise<Response> {
  // The last one shows that the call comes from these pages: no form on another site can add it (CSRF), and a 401 then
  // brings no challenge for which the browser would open a dialogue of its own over ours.
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Requested-With': 'lrs' };
  if (init.body !== undefined) headers['Content-Type'] = 'application/json';
  Object.assign(headers, init.headers);

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

async function problemOf(response: Response): Promise<Problem | null> {
  if (!response.headers.get('Content-Type')?.includes('json')) return null;
  return (await response.json().catch(() => null)) as Problem | null;
}

function noteClock(response: Response): void {
  const date = Date.parse(response.headers.get('Date') ?? '');
  // The header has whole seconds: a difference below two of them says nothing.
  if (!Number.isNaN(date)) clockSkewMs = Math.abs(date - Date.now()) > 2000 ? date - Date.now() : 0;
}
