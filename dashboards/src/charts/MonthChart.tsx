import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { use, type ComposeOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';
import { columnAxes, columnOf, type Look } from './look';
import type { Series } from './series';
import { tipOf } from './tip';
import { useChart } from './useChart';

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
  const box = useChart(
    useCallback((look: Look) => optionOf(look, series, nameOf, formats), [series, nameOf, formats]),
    series.map(({ form }) => form ?? 'other').join(),
  );
  return <div ref={box} className="chart" role="img" aria-label={summary} data-testid="month-chart" />;
}

function optionOf(look: Look, series: Series[], nameOf: Props['nameOf'], formats: Formats): Option {
  const months = Array.from({ length: 12 }, (_, index) => formats.month(index + 1, look.isNarrow ? 'narrow' : 'short'));
  return {
    ...look.base,
    ...columnAxes(look, months, formats, true),
    tooltip: look.tooltip('shadow', (month) => tipOf(month, series, nameOf, formats)),
    series: series.map(({ form, months: jp, color }, index) => {
      const column = columnOf(look, form ?? 'other', nameOf(form), color, jp);
      const borderRadius = index === series.length - 1 ? [3, 3, 0, 0] : 0;
      return { ...column, stack: 'jp', barMaxWidth: 44, barCategoryGap: '32%', itemStyle: { ...column.itemStyle, borderRadius } };
    }),
  };
}
