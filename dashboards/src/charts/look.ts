import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { Formats } from '../format/formats';

/** What all charts share: the page's own colours and letters, where its palette and the chart's width are now. */
export interface Look {
  /** Of a token of the palette, `--ink`. */
  color: (token: string) => string;
  /** No room for whole names beside one another. */
  isNarrow: boolean;
  base: { animation: boolean; animationDuration: number; animationDurationUpdate: number; grid: GridComponentOption };
  label: { color: string; fontFamily: string; fontSize: number; margin: number };
  axisLine: { lineStyle: { color: string } };
  splitLine: { lineStyle: { color: string } };
  tooltip: (pointer: 'line' | 'shadow', tip: (index: number, value: unknown) => HTMLElement) => TooltipComponentOption;
}

export const NarrowBelow = 560;

export function lookOf(box: HTMLElement): Look {
  const styles = getComputedStyle(box);
  const color = (token: string) => styles.getPropertyValue(token).trim();
  return {
    color,
    isNarrow: box.clientWidth < NarrowBelow,
    base: {
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 500,
      animationDurationUpdate: 400,
      grid: { left: 0, right: 8, top: 12, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    },
    label: { color: color('--ink-3'), fontFamily: styles.fontFamily, fontSize: 12, margin: 10 },
    axisLine: { lineStyle: { color: color('--rule') } },
    splitLine: { lineStyle: { color: color('--hairline') } },
    tooltip: (pointer, tip) => ({
      trigger: 'axis',
      confine: true,
      axisPointer: { type: pointer, shadowStyle: { color: color('--ink'), opacity: 0.05 }, lineStyle: { color: color('--rule') } },
      backgroundColor: color('--surface'),
      borderColor: color('--rule'),
      borderWidth: 1,
      padding: 12,
      transitionDuration: 0.1,
      formatter: (params) => {
        const first = Array.isArray(params) ? params[0] : params;
        return tip(first?.dataIndex ?? 0, first?.value);
      },
    }),
  };
}

/** Columns side by side or on one another, over names. */
export function columnAxes({ axisLine, splitLine, label }: Look, names: string[], formats: Formats, everyName: boolean) {
  return {
    xAxis: {
      type: 'category' as const,
      data: names,
      axisTick: { show: false },
      axisLine,
      axisLabel: everyName ? { ...label, interval: 0 } : { ...label, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      splitNumber: 4,
      minInterval: 1,
      splitLine,
      axisLabel: { ...label, margin: 12, formatter: (value: number) => formats.count(value) },
    },
  };
}

export function columnOf({ color }: Look, id: string, name: string, token: string, values: number[]) {
  return {
    type: 'bar' as const,
    id,
    name,
    // A column of no height would draw its border over the axis.
    data: values.map((value) => value || '-'),
    emphasis: { disabled: true },
    itemStyle: { color: color(token), borderColor: color('--paper'), borderWidth: 0.75 },
  };
}
