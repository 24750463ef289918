/** Where to go after signing in: a path of this site only, so that a crafted link cannot lead elsewhere. */
export function nextPath(given: string | null): string {
  if (!given || !/^\/(?![/\\])/.test(given) || given.startsWith('/sign-in')) return '/';
  return given;
}
