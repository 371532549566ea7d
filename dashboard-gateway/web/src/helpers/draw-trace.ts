import { drawLine, type Field, xOf, yOf } from '../models/line';
import type { Trace } from '../models/trace';

interface Look {
  readonly ink: string;
  readonly width: number;
  readonly alpha: number;
}

/** Strokes a trace within a field. */
export function strokeTrace(
  pen: CanvasRenderingContext2D,
  trace: Trace,
  field: Field,
  look: Look,
): void {
  pen.strokeStyle = look.ink;
  pen.lineWidth = look.width;
  pen.lineJoin = 'round';
  pen.globalAlpha = look.alpha;
  pen.beginPath();
  drawLine(trace, field, pen);
  pen.stroke();
  pen.globalAlpha = 1;
}

/** A dot on a value, such as the newest. */
export function dot(
  pen: CanvasRenderingContext2D,
  at: { ms: number; value: number },
  field: Field,
  ink: string,
  radius: number,
): void {
  pen.fillStyle = ink;
  pen.beginPath();
  pen.arc(xOf(at.ms, field), yOf(at.value, field), radius, 0, 2 * Math.PI);
  pen.fill();
}
