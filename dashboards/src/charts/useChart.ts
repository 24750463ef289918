import { init, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { useEffect, useRef, type RefObject } from 'react';
import { lookOf, type Look } from './look';

/**
 * A chart in its box: drawn anew when its data or the computer's palette changes, and when it becomes narrow or wide.
 * @param optionOf Made once for the same data (`useCallback`).
 * @param shape What is shown: while it stays the same, figures move to their new heights; a merge would keep what another shape had.
 */
export function useChart(optionOf: (look: Look) => EChartsCoreOption, shape: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const drawn = useRef({ shape: '', isNarrow: false });
  const draw = useRef(() => {});

  useEffect(() => {
    const made = init(box.current!, null, { renderer: 'canvas' });
    chart.current = made;
    drawn.current.shape = '';
    const observer = new ResizeObserver(() => {
      // Told of the first size too, in which it was made.
      if (made.getWidth() === box.current!.clientWidth && made.getHeight() === box.current!.clientHeight) return;
      made.resize();
      if (lookOf(box.current!).isNarrow !== drawn.current.isNarrow) draw.current();
    });
    observer.observe(box.current!);
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const again = () => draw.current();
    scheme.addEventListener('change', again);
    return () => {
      scheme.removeEventListener('change', again);
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    draw.current = () => {
      const look = lookOf(box.current!);
      chart.current!.setOption(optionOf(look), { notMerge: shape !== drawn.current.shape });
      drawn.current = { shape, isNarrow: look.isNarrow };
    };
    draw.current();
  }, [optionOf, shape]);

  return box;
}
