import type uPlot from 'uplot';
import { scaleAround } from '../models/line';
import { timeStep, timeTicks, valueTicks } from '../models/ticks';
import { canvasFont, scaled } from './scaled';
import { colour } from './theme';
import { timeLabels } from './time-axis';

const TIME_EVERY = 96;
const VALUE_EVERY = 40;

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
  return {
    width: parts.width,
    height: parts.height,
    ms: 1,
    legend: { show: false },
    padding: [20, 0, 0, 0],
    scales: {
      x: { range: () => [...parts.shown()] as [number, number] },
      y: { range: (_, least, greatest) => valueRange(least, greatest, parts.leastSpan) },
    },
    axes: [timeAxis(), valueAxis(parts.scaleWidth)],
    series: [
      {},
      { stroke: ink, width: scaled(1.5), points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
    ],
    bands: [{ series: [3, 2], fill: colour(`${parts.tone}-wash`) }],
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: 6 },
      points: { show: false },
      bind: { dblclick: () => () => (parts.reset(), null) },
    },
    hooks: {
      drawClear: [parts.drawBehind],
      setCursor: [parts.pointed],
      setSelect: [(plot) => takeSelection(plot, parts)],
    },
  };
}

function quiet(): uPlot.Axis {
  return {
    stroke: colour('--text-3'),
    font: canvasFont(),
    ticks: { show: false },
    border: { show: false },
  };
}

function timeAxis(): uPlot.Axis {
  const stepOf = (plot: uPlot, from: number, to: number): number =>
    timeStep(to - from, plot.over.clientWidth / scaled(TIME_EVERY));
  return {
    ...quiet(),
    size: scaled(28),
    grid: { show: false },
    splits: (plot, _, from, to) => {
      const zoneMs = -60_000 * new Date(to).getTimezoneOffset();
      return timeTicks(from, to, stepOf(plot, from, to), zoneMs);
    },
    values: (plot, moments) => {
      const { min = 0, max = 0 } = plot.scales['x'] ?? {};
      return timeLabels(moments, stepOf(plot, min, max));
    },
  };
}

function valueAxis(size: number): uPlot.Axis {
  return {
    ...quiet(),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- right: a const enum's
    side: 1,
    size,
    gap: scaled(8),
    grid: { stroke: colour('--line'), width: 1 },
    splits: (plot, _, least, greatest) =>
      valueTicks(least, greatest, plot.over.clientHeight / scaled(VALUE_EVERY)),
  };
}

function valueRange(least: number, greatest: number, leastSpan: number): [number, number] {
  const known = Number.isFinite(least) && Number.isFinite(greatest);
  return [...scaleAround(known ? [least, greatest] : null, leastSpan)] as [number, number];
}

function takeSelection(plot: uPlot, { selected }: ChartParts): void {
  const { left, width } = plot.select;
  if (width > 0) selected(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}
