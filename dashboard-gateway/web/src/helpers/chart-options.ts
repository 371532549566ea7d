import type uPlot from 'uplot';
import { scaleAround } from '../models/line';
import { colour } from './theme';
import { timeLabels } from './time-axis';

const FONT = '12px Inter, system-ui, sans-serif';

export interface ChartParts {
  readonly width: number;
  readonly height: number;
  readonly tone: string;
  readonly leastSpan: number;
  readonly scaleWidth: number;
  readonly shown: () => readonly [from: number, to: number];
  readonly drawBehind: (plot: uPlot) => void;
  readonly pointed: (plot: uPlot) => void;
  readonly selected: (from: number, to: number) => void;
  readonly reset: () => void;
}

/** How uPlot is to draw: as little as a reader needs, in the page's own type and colours. */
export function chartOptions(parts: ChartParts): uPlot.Options {
  const ink = colour(parts.tone);
  const axis = {
    stroke: colour('--text-3'),
    font: FONT,
    ticks: { show: false },
    border: { show: false },
  };
  return {
    width: parts.width,
    height: parts.height,
    ms: 1,
    legend: { show: false },
    padding: [20, 0, 0, 0],
    scales: {
      x: { range: () => [...parts.shown()] as [number, number] },
      y: {
        range: (_, least, greatest) =>
          [...scaleAround(extent(least, greatest), parts.leastSpan)] as [number, number],
      },
    },
    axes: [
      {
        ...axis,
        size: 28,
        space: 72,
        grid: { show: false },
        values: (_, moments, __, ___, stepMs) => timeLabels(moments, stepMs),
      },
      {
        ...axis,
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- right: a const enum's
        side: 1,
        size: parts.scaleWidth,
        gap: 8,
        space: 36,
        grid: { stroke: colour('--line'), width: 1 },
      },
    ],
    series: [{}, { stroke: ink, width: 1.5, points: { show: false } }],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 6 },
      points: { size: 9, width: 2, fill: ink, stroke: colour('--surface') },
      bind: { dblclick: () => () => (parts.reset(), null) },
    },
    hooks: {
      drawClear: [parts.drawBehind],
      setCursor: [parts.pointed],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width > 0) parts.selected(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function extent(least: number | null, greatest: number | null): [number, number] | null {
  return least === null || greatest === null ? null : [least, greatest];
}
