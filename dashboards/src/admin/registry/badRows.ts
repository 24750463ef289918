import { toCsv } from '../../format/csv';

interface Bad {
  line: number;
  column: string | null;
  reason: string;
}

/** The bad rows as they stand in the file, each with its line and what was expected: to be mended and imported again. */
export function badRowsCsv(file: string, rejected: readonly Bad[]): string {
  const starts = new Map(rowsOf(file).map((row) => [row.line, row.text]));
  return toCsv([['line', 'column', 'expected', 'row'], ...rejected.map(({ line, column, reason }) => [line, column ?? '', reason, starts.get(line) ?? ''])]);
}

/** The rows with the line on which each begins: a quoted field may go over several. */
function rowsOf(file: string): { line: number; text: string }[] {
  const rows: { line: number; text: string }[] = [];
  let isQuoted = false;
  file.split(/\r?\n/).forEach((text, index) => {
    const open = isQuoted ? rows.at(-1) : undefined;
    if (open) open.text += `\n${text}`;
    else rows.push({ line: index + 1, text });
    if ((text.match(/"/g)?.length ?? 0) % 2 === 1) isQuoted = !isQuoted;
  });
  return rows;
}
