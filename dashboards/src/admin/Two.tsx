/** A value, and below it what tells it from others of the same name. */
export function Two({ first, under }: { first: string; under: string | null | undefined }) {
  return (
    <span className="admin-table__two">
      {first}
      {under && <span className="admin-table__under">{under}</span>}
    </span>
  );
}
