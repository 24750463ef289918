import { Fragment, type ReactNode } from 'react';

export interface Column<Row> {
  title: string;
  of: (row: Row) => ReactNode;
  look?: 'right' | 'right quiet' | 'number' | 'quiet';
  /** Not in a narrow window: a figure that the others there make up for, and that the downloaded file has. */
  isWide?: boolean;
  /** What is in the column speaks for itself: its title is for those who hear the page. */
  isTitleHidden?: boolean;
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  columns: Column<Row>[];
  keyOf: (row: Row, place: number) => string | number;
  /** What is opened under a row, over its whole width; nothing where nothing is. */
  under?: (row: Row) => ReactNode;
  /** In a narrow window: the columns stay, or what a row holds stands below its name, each with its title. */
  narrow?: 'columns' | 'lines';
  /** The column that names the row, from 0; none (-1) where nothing does. */
  names?: number;
  className?: string;
  testId?: string;
  rowTestId?: string;
}

/** A table that scrolls in its own room, also by keyboard, and can be read in a narrow window. */
export function DataTable<Row>({ label, rows, columns, keyOf, under, narrow = 'columns', names = 0, className = '', testId, rowTestId }: Props<Row>) {
  const classOf = ({ look, isWide }: Column<Row>) => [look, isWide && 'table__wide'].filter(Boolean).join(' ') || undefined;
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      {/* The roles are said, because a browser forgets them where the style lays a table out as lines. */}
      <table className={`table ${narrow === 'lines' ? 'table--lines ' : ''}${className}`} role="table" data-testid={testId}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.title} scope="col" role="columnheader" className={classOf(column)}>
                {column.isTitleHidden ? <span className="visually-hidden">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, place) => (
            <Fragment key={keyOf(row, place)}>
              <tr role="row" data-testid={rowTestId}>
                {columns.map((column, index) =>
                  index === names ? (
                    <th key={column.title} scope="row" role="rowheader" className={classOf(column)}>
                      {column.of(row)}
                    </th>
                  ) : (
                    <td key={column.title} role="cell" className={classOf(column)} data-title={column.isTitleHidden ? undefined : column.title}>
                      {column.of(row)}
                    </td>
                  ),
                )}
              </tr>
              <Under columns={columns.length}>{under?.(row)}</Under>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Under({ columns, children }: { columns: number; children: ReactNode }) {
  if (!children) return null;
  return (
    <tr role="row" className="table__under">
      <td role="cell" colSpan={columns}>
        {children}
      </td>
    </tr>
  );
}
