import type uPlot from 'uplot';
import type { Priority } from '../models/protocol';
import { colour } from './theme';

/** An alarm's time on a chart. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly priority: Priority;
}

const CAP = 4;
const SYMBOL = 9;

/** Shades the time of each alarm, with a cap and, where there is room, the shape of its priority. */
export function drawBands(plot: uPlot, bands: readonly Band[]): void {
  const { ctx: pen, bbox } = plot;
  const ratio = devicePixelRatio;
  pen.save();
  pen.beginPath();
  pen.rect(bbox.left, 0, bbox.width, bbox.top + bbox.height);
  pen.clip();
  for (const { from, to, priority } of bands) {
    const left = plot.valToPos(from, 'x', true);
    const width = Math.max(2 * ratio, plot.valToPos(to, 'x', true) - left);
    pen.fillStyle = colour(`--alarm-${priority}-edge`);
    pen.globalAlpha = 0.13;
    pen.fillRect(left, bbox.top, width, bbox.height);
    pen.globalAlpha = 1;
    pen.fillRect(left, bbox.top, width, CAP * ratio);
    if (width > 5 * ratio) shape(pen, priority, left + width / 2, bbox.top - 8 * ratio, ratio);
  }
  pen.restore();
}

function shape(
  pen: CanvasRenderingContext2D,
  priority: Priority,
  x: number,
  y: number,
  ratio: number,
): void {
  const r = (SYMBOL / 2) * ratio;
  const corners = {
    high: [0, -1, 1, 0.85, -1, 0.85],
    medium: [0, -1.1, 1.1, 0, 0, 1.1, -1.1, 0],
    low: [-1, -0.35, 1, -0.35, 1, 0.35, -1, 0.35],
  }[priority];
  pen.beginPath();
  for (let i = 0; i < corners.length; i += 2)
    pen.lineTo(x + corners[i]! * r, y + corners[i + 1]! * r);
  pen.fill();
}
