import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** A choice that stands in the page's address, so that a link shows the same to its reader; the usual one stands there not at all. */
export function useAddress(): [(name: string) => string, (name: string, value: string) => void] {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? '', [params]);
  const set = useCallback(
    (name: string, value: string) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return [get, set];
}

/** A page that is come back to without choices in its address shows those it was left with, as long as the window is open. */
export function useRememberedAddress(page: string): void {
  const [params, setParams] = useSearchParams();
  const given = params.toString();
  const key = `lrs.address.${page}`;
  useEffect(() => {
    const kept = given ? null : read(key);
    if (kept) setParams(kept, { replace: true, preventScrollReset: true });
    // Only when the page opens: choices that are taken back one by one are not put back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  useEffect(() => write(key, given), [key, given]);
}

/** For the next user of this computer. */
export function forgetAddresses(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be forbidden: then nothing was kept.
  }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden: then nothing is kept.
  }
}
