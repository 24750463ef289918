import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { use, type ComposeOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeDay } from '../api/contract';
import { columnAxes, columnOf, type Look } from '../charts/look';
import { makeTip } from '../charts/tip';
import { useChart } from '../charts/useChart';
import type { Formats } from '../format/formats';
import { useFormats } from '../format/useFormats';
import type { DaySeries, Part } from './intake';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
type Option = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

/** Columns by day: statements on one another, refused requests beside them. A chunk of its own. */
export default function DayChart({ days, series, summary }: { days: IntakeDay[]; series: DaySeries[]; summary: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const box = useChart(
    useCallback((look: Look) => optionOf(look, days, series, (part) => t(`intake.${part}`), formats), [days, series, formats, t]),
    series.map(({ part }) => part).join(),
  );
  return <div ref={box} className="chart" role="img" aria-label={summary} data-testid="day-chart" />;
}

function optionOf(look: Look, days: IntakeDay[], series: DaySeries[], nameOf: (part: Part) => string, formats: Formats): Option {
  const tip = (index: number) =>
    makeTip(
      [formats.date(days[index]?.day ?? '')],
      series.map(({ part, color, values }) => ({ color, name: nameOf(part), value: formats.count(values[index] ?? 0) })),
    );
  return {
    ...look.base,
    ...columnAxes(look, days.map(({ day }) => formats.dayMonth(day)), formats, false),
    tooltip: look.tooltip('shadow', tip),
    series: series.map(({ part, stack, color, values }) => ({
      ...columnOf(look, part, nameOf(part), color, values),
      stack,
      barMaxWidth: 22,
      barGap: '10%',
      barCategoryGap: look.isNarrow ? '10%' : '28%',
    })),
  };
}
