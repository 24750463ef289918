import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeDay } from '../api/providers';
import { makeTip } from '../charts/tip';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';
import type { DaySeries, Part } from './intake';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
type Option = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

/** Columns by day: statements on one another, refused requests beside them. A chunk of its own. */
export default function DayChart({ days, series, summary }: { days: IntakeDay[]; series: DaySeries[]; summary: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    const made = init(box.current!, null, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const draw = () => chart.current?.setOption(optionOf(days, series, (part) => t(`intake.${part}`), formats, box.current!));
    draw();
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => scheme.removeEventListener('change', draw);
  }, [days, series, formats, t]);

  return <div ref={box} className="months__chart" role="img" aria-label={summary} data-testid="day-chart" />;
}

function optionOf(days: IntakeDay[], series: DaySeries[], nameOf: (part: Part) => string, formats: Formats, box: HTMLElement): Option {
  const styles = getComputedStyle(box);
  const color = (name: string) => styles.getPropertyValue(name).trim();
  const text = { color: color('--ink-3'), fontFamily: styles.fontFamily, fontSize: 12 };
  const tip = (index: number) =>
    makeTip(
      [formats.date(days[index]?.day ?? '')],
      series.map(({ part, color, values }) => ({ color, name: nameOf(part), value: formats.count(values[index] ?? 0) })),
    );
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 400,
    grid: { left: 0, right: 0, top: 12, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => formats.dayMonth(day)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: color('--rule') } },
      axisLabel: { ...text, margin: 10, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      minInterval: 1,
      splitLine: { lineStyle: { color: color('--hairline') } },
      axisLabel: { ...text, margin: 12, formatter: (value: number) => formats.count(value) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow', shadowStyle: { color: color('--ink'), opacity: 0.05 } },
      backgroundColor: color('--surface'),
      borderColor: color('--rule'),
      borderWidth: 1,
      padding: 12,
      formatter: (params) => tip(Array.isArray(params) ? (params[0]?.dataIndex ?? 0) : 0),
    },
    series: series.map(({ part, stack, color: name, values }) => ({
      type: 'bar',
      id: part,
      name: nameOf(part),
      stack,
      // A column of no height would draw its border over the axis.
      data: values.map((value) => value || '-'),
      barMaxWidth: 22,
      barGap: '10%',
      barCategoryGap: box.clientWidth < 560 ? '10%' : '28%',
      emphasis: { disabled: true },
      itemStyle: { color: color(name), borderColor: color('--paper'), borderWidth: 0.75 },
    })),
  };
}
