import { LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { use, type ComposeOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
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
    useCallback(
      (chart, element) => chart.setOption(optionOf(lines, isShare, year, formats, element, t('progress.forecast')), { notMerge: true }),
      [lines, isShare, year, formats, t],
    ),
  );
  return <div ref={box} className="months__chart" role="img" aria-label={summary} data-testid="trend-chart" />;
}

function optionOf(lines: Line[], isShare: boolean, year: number, formats: Formats, box: HTMLElement, forecast: string): Option {
  const styles = getComputedStyle(box);
  const color = (name: string) => styles.getPropertyValue(name).trim();
  const text = { color: color('--ink-3'), fontFamily: styles.fontFamily, fontSize: 12 };
  const isNarrow = box.clientWidth < 520;
  const starts = Array.from({ length: 12 }, (_, month) => (Date.UTC(year, month, 1) - Date.UTC(year, 0, 1)) / DayMs + 1);
  const shown = (value: number) => (isShare ? formats.percent(value) : `${formats.jp(value)} JP`);

  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 500,
    grid: { left: 0, right: 8, top: 12, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      min: 1,
      max: 366,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: color('--rule') } },
      splitLine: { show: false },
      axisLabel: {
        ...text,
        margin: 10,
        customValues: starts.map((start) => start + 14),
        formatter: (day: number) => formats.month(starts.findIndex((start) => start + 14 === day) + 1, isNarrow ? 'narrow' : 'short'),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: isShare ? (extent) => Math.min(1, Math.ceil(extent.max * 5) / 5 || 1) : undefined,
      splitNumber: 4,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: color('--hairline') } },
      axisLabel: { ...text, margin: 12, formatter: (value: number) => (isShare ? `${formats.count(value * 100)}%` : formats.limit(value)) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: color('--rule') } },
      backgroundColor: color('--surface'),
      borderColor: color('--rule'),
      borderWidth: 1,
      padding: 12,
      transitionDuration: 0.1,
      formatter: (params) => {
        const rows = Array.isArray(params) ? params : [params];
        const day = (rows[0]?.value as [number, number])[0];
        const date = new Date(Date.UTC(year, 0, day)).toISOString();
        return makeTip(
          [formats.dayMonth(date)],
          lines.flatMap(({ name, color: key, look, points }) => {
            const point = points.find(([of]) => of === day);
            if (!point || (look === 'forecast' && point === points[0])) return [];
            return [{ color: key, name: look === 'forecast' ? forecast : name, value: shown(point[1]) }];
          }),
        );
      },
    },
    series: lines.map(({ name, color: key, look, points }) => ({
      type: 'line',
      name,
      data: points,
      showSymbol: false,
      symbolSize: 7,
      emphasis: { disabled: true },
      lineStyle: {
        color: color(key),
        width: look === 'now' ? 2.5 : 1.75,
        type: look === 'forecast' ? [2, 4] : 'solid',
        cap: 'round',
      },
      itemStyle: { color: color(key) },
      z: look === 'now' ? 3 : 2,
      areaStyle: look === 'now' ? { color: color(key), opacity: 0.09 } : undefined,
    })),
  };
}
