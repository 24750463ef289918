import type { Formats } from '../format/formats';
import type { Series } from './series';

/** What stands in the small window over a column. Made of elements: the page's policy allows no style in markup. */
export function tipOf(month: number, series: Series[], nameOf: (form: string | null) => string, formats: Formats): HTMLElement {
  const tip = element('div', 'chart-tip');
  const total = series.reduce((sum, { months }) => sum + (months[month] ?? 0), 0);
  const head = element('div', 'chart-tip__head');
  head.append(element('span', '', formats.month(month + 1)), element('span', '', `${formats.jpSum(total)} JP`));
  tip.append(head);

  for (const { form, color, months } of [...series].reverse()) {
    const jp = months[month] ?? 0;
    if (jp === 0) continue;
    const row = element('div', 'chart-tip__row');
    const key = element('span', 'legend__key');
    key.style.background = `var(${color})`;
    row.append(key, element('span', '', nameOf(form)), element('span', '', formats.jpSum(jp)));
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
