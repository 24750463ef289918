/** Shows a part of the page by its test id; at once for those who want no motion. */
export function bringIntoView(testId: string): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(`[data-testid="${testId}"]`)?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
}
