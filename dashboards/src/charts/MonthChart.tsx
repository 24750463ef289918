import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';
import type { Series } from './series';
import { tipOf } from './tip';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
type Option = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

interface Props {
  series: Series[];
  nameOf: (form: string | null) => string;
  summary: string;
}

/** Stacked columns, one a month. A chunk of its own: the words of the page do not wait for it. */
export default function MonthChart({ series, nameOf, summary }: Props) {
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const drawnForms = useRef('');

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
    const forms = series.map(({ form }) => form).join();
    const draw = () => {
      // The same forms move to their new heights; others are drawn anew, because a merge would keep the old order of the stack.
      chart.current?.setOption(optionOf(series, nameOf, formats, box.current!), { notMerge: forms !== drawnForms.current });
      drawnForms.current = forms;
    };
    draw();
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => scheme.removeEventListener('change', draw);
  }, [series, nameOf, formats]);

  return <div ref={box} className="months__chart" role="img" aria-label={summary} data-testid="month-chart" />;
}

function optionOf(series: Series[], nameOf: Props['nameOf'], formats: Formats, box: HTMLElement): Option {
  const styles = getComputedStyle(box);
  const color = (name: string) => styles.getPropertyValue(name).trim();
  const text = { color: color('--ink-3'), fontFamily: styles.fontFamily, fontSize: 12 };
  const isNarrow = box.clientWidth < 560;
  const top = series.length - 1;

  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 500,
    animationDurationUpdate: 400,
    grid: { left: 0, right: 0, top: 12, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: Array.from({ length: 12 }, (_, index) => formats.month(index + 1, isNarrow ? 'narrow' : 'short')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: color('--rule') } },
      axisLabel: { ...text, interval: 0, margin: 10 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
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
      transitionDuration: 0.1,
      formatter: (params) => tipOf(Array.isArray(params) ? (params[0]?.dataIndex ?? 0) : 0, series, nameOf, formats),
    },
    series: series.map(({ form, months, color: name }, index) => ({
      type: 'bar',
      id: form ?? 'other',
      name: nameOf(form),
      stack: 'jp',
      // A column of no height would draw its border over the axis.
      data: months.map((jp) => jp || '-'),
      barMaxWidth: 44,
      barCategoryGap: '32%',
      emphasis: { disabled: true },
      itemStyle: {
        color: color(name),
        borderColor: color('--paper'),
        borderWidth: 0.75,
        borderRadius: index === top ? [3, 3, 0, 0] : 0,
      },
    })),
  };
}
