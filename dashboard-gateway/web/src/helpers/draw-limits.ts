import type uPlot from 'uplot';
import type { VitalLimits } from '../models/protocol';
import { canvasFont } from './scaled';
import { colour } from './theme';

const EXTREMES = new Set(['extreme_high', 'extreme_low']);

/** Limits as lines across a chart: dashed, those of extremes closer; each with its number. */
export function drawLimits(plot: uPlot, limits: VitalLimits): void {
  const { ctx: pen, bbox } = plot;
  const ratio = devicePixelRatio;
  pen.save();
  pen.beginPath();
  pen.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  pen.clip();
  pen.strokeStyle = pen.fillStyle = colour('--text-2');
  pen.lineWidth = ratio;
  pen.font = canvasFont();
  pen.textBaseline = 'bottom';
  for (const [name, limit] of Object.entries(limits)) {
    const y = Math.round(plot.valToPos(limit, 'y', true));
    const dash = EXTREMES.has(name) ? [2, 3] : [7, 5];
    pen.setLineDash(dash.map((length) => length * ratio));
    pen.beginPath();
    pen.moveTo(bbox.left, y);
    pen.lineTo(bbox.left + bbox.width, y);
    pen.stroke();
    const words = String(limit);
    const height = 14 * ratio;
    pen.fillStyle = colour('--surface');
    pen.fillRect(bbox.left, y - height - ratio, pen.measureText(words).width + 8 * ratio, height);
    pen.fillStyle = pen.strokeStyle;
    pen.fillText(words, bbox.left + 4 * ratio, y - 2 * ratio);
  }
  pen.restore();
}
