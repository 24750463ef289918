/** A thin bar beside a number that says the same: decoration for the eye, hidden from readers. */
export function Meter({ share, isUnmet = false }: { share: number; isUnmet?: boolean }) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <span className={isUnmet ? 'meter meter--unmet' : 'meter'} aria-hidden="true">
      <span style={{ width }} />
    </span>
  );
}
