import { LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { use, type ComposeOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Look } from '../charts/look';
import { makeTip } from '../charts/tip';
import { useChart } from '../charts/useChart';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);
type Option = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

export interface Line {
  name: string;
  color: string;
  look: 'now' | 'before' | 'forecast';
  /** Day of the year (1 is the first of January), and the figure by then. */
  points: [number, number][];
}

interface Props {
  lines: Line[];
  isShare: boolean;
  year: number;
  summary: string;
}

const DayMs = 86_400_000;

/** Lines over the days of a year. A chunk of its own. */
export default function TrendChart({ lines, isShare, year, summary }: Props) {
  const formats = useFormats();
  const { t } = useTranslation();
  const box = useChart(
    useCallback((look: Look) => optionOf(look, lines, isShare, year, formats, t('progress.forecast')), [lines, isShare, year, formats, t]),
    [year, isShare, ...lines.map((line) => line.look)].join(),
  );
  return <div ref={box} className="chart" role="img" aria-label={summary} data-testid="trend-chart" />;
}

function optionOf(look: Look, lines: Line[], isShare: boolean, year: number, formats: Formats, forecast: string): Option {
  const { color, label, axisLine, splitLine } = look;
  const starts = Array.from({ length: 12 }, (_, month) => (Date.UTC(year, month, 1) - Date.UTC(year, 0, 1)) / DayMs + 1);
  return {
    ...look.base,
    xAxis: {
      type: 'value',
      min: 1,
      max: 366,
      axisTick: { show: false },
      axisLine,
      splitLine: { show: false },
      axisLabel: {
        ...label,
        customValues: starts.map((start) => start + 14),
        formatter: (day: number) => formats.month(starts.findIndex((start) => start + 14 === day) + 1, look.isNarrow ? 'narrow' : 'short'),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(isShare ? shareAxis(lines) : { splitNumber: 4 }),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine,
      axisLabel: { ...label, margin: 12, formatter: (value: number) => (isShare ? `${formats.count(value * 100)}%` : formats.limit(value)) },
    },
    tooltip: look.tooltip('line', (_, value) => tipOf((value as [number, number])[0], lines, isShare, year, formats, forecast)),
    series: lines.map(({ name, color: token, look: kind, points }) => ({
      type: 'line',
      id: kind,
      name,
      data: points,
      showSymbol: false,
      symbolSize: 7,
      emphasis: { disabled: true },
      lineStyle: { color: color(token), width: kind === 'now' ? 2.5 : 1.75, type: kind === 'forecast' ? [2, 4] : 'solid', cap: 'round' },
      itemStyle: { color: color(token) },
      z: kind === 'now' ? 3 : 2,
      areaStyle: kind === 'now' ? { color: color(token), opacity: 0.09 } : undefined,
    })),
  };
}

/** Up to the next fifth, in steps that end there. */
function shareAxis(lines: Line[]) {
  const top = Math.max(0.2, ...lines.flatMap(({ points }) => points.map(([, share]) => share)));
  const max = Math.min(1, Math.ceil(top * 5 - 1e-9) / 5);
  return { max, interval: max > 0.6 ? 0.2 : max > 0.2 ? 0.1 : 0.05 };
}

/** Every line's figure of that day; a forecast begins where the year's own line ends, and says nothing there. */
function tipOf(day: number, lines: Line[], isShare: boolean, year: number, formats: Formats, forecast: string): HTMLElement {
  const date = new Date(Date.UTC(year, 0, day)).toISOString();
  const rows = lines.flatMap(({ name, color, look, points }) => {
    const point = points.find(([of]) => of === day);
    if (!point || (look === 'forecast' && point === points[0])) return [];
    const value = isShare ? formats.percent(point[1]) : `${formats.jp(point[1])} JP`;
    return [{ color, name: look === 'forecast' ? forecast : name, value }];
  });
  return makeTip([formats.dayMonth(date)], rows);
}
