import { init, type EChartsType } from 'echarts/core';
import { useEffect, useRef, type RefObject } from 'react';

/** A chart in its box: drawn anew when its data, the box's size or the computer's palette changes. */
export function useChart(draw: (chart: EChartsType, box: HTMLElement) => void): RefObject<HTMLDivElement | null> {
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
    const again = () => draw(chart.current!, box.current!);
    again();
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', again);
    return () => scheme.removeEventListener('change', again);
  }, [draw]);

  return box;
}
