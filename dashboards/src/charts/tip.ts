import type { Formats } from '../format/formats';
import type { Series } from './series';

export interface TipRow {
  color: string;
  name: string;
  value: string;
}

/** What stands in the small window over a column. */
export function tipOf(month: number, series: Series[], nameOf: (form: string | null) => string, formats: Formats): HTMLElement {
  const total = series.reduce((sum, { months }) => sum + (months[month] ?? 0), 0);
  const rows = [...series].reverse().map(({ form, color, months }) => ({ color, name: nameOf(form), jp: months[month] ?? 0 }));
  return makeTip(
    [formats.month(month + 1), `${formats.jpSum(total)} JP`],
    rows.filter(({ jp }) => jp !== 0).map(({ jp, ...row }) => ({ ...row, value: formats.jpSum(jp) })),
  );
}

/** Made of elements: the page's policy allows no style in markup. */
export function makeTip(head: string[], rows: TipRow[]): HTMLElement {
  const tip = element('div', 'chart-tip');
  const top = element('div', 'chart-tip__head');
  top.append(...head.map((text) => element('span', '', text)));
  tip.append(top);
  for (const { color, name, value } of rows) {
    const row = element('div', 'chart-tip__row');
    const key = element('span', 'legend__key');
    key.style.background = `var(${color})`;
    row.append(key, element('span', '', name), element('span', '', value));
    tip.append(row);
  }
  return tip;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
