import { customElement } from 'lit/decorators.js';
import { dot, strokeTrace } from '../helpers/draw-trace';
import { runningTime } from '../helpers/format';
import { canvasFont, scaled } from '../helpers/scaled';
import { styles } from '../helpers/styles';
import { colour } from '../helpers/theme';
import { type Field, scaleAround, valueAt, xOf, yOf } from '../models/line';
import { timeStep, timeTicks, valueTicks } from '../models/ticks';
import { MovingCanvas } from './moving-canvas';

/** The line is drawn so far behind, so that its head moves evenly between two readings. */
const BEHIND_MS = 1300;
/** As wide as the scale of the history below, so that their times stand above each other. */
export const scaleWidth = (): number => scaled(48);
const SCALE_GAP = 8;
const TIME_HEIGHT = 20;

/** The live line with its scale: the last seconds to minutes, moving. */
@customElement('vigil-strip')
export class Strip extends MovingCanvas {
  static override styles = styles(`
    :host { display: block; position: relative; overflow: hidden; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  `);

  private ink = '';
  private rule = '';
  private words = '';

  protected override takeColours(): void {
    this.ink = colour(this.tone);
    this.rule = colour('--line');
    this.words = colour('--text-3');
  }

  protected override draw(pen: CanvasRenderingContext2D, now: number): void {
    const { trace } = this.sign;
    const toMs = now - BEHIND_MS;
    const fromMs = toMs - this.spanMs;
    const [least, greatest] = scaleAround(trace.extent(fromMs), this.leastSpan);
    const width = this.width - scaleWidth();
    const field: Field = {
      fromMs,
      toMs,
      least,
      greatest,
      width,
      top: 8,
      bottom: this.height - scaled(TIME_HEIGHT),
    };
    pen.font = canvasFont();
    this.drawTimes(pen, field);
    this.drawValues(pen, field);
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, width, this.height);
    pen.clip();
    strokeTrace(pen, trace, field, { ink: this.ink, width: scaled(2), alpha: 1 });
    pen.restore();
    const value = valueAt(trace, toMs);
    if (value !== null) dot(pen, { ms: toMs, value }, field, this.ink, scaled(4));
  }

  private drawValues(pen: CanvasRenderingContext2D, field: Field): void {
    pen.fillStyle = this.words;
    pen.strokeStyle = this.rule;
    pen.lineWidth = 1;
    pen.textBaseline = 'middle';
    pen.textAlign = 'left';
    for (const value of valueTicks(field.least, field.greatest, 5)) {
      const y = Math.round(yOf(value, field)) + 0.5;
      horizontal(pen, y, field.width);
      pen.fillText(String(value), field.width + scaled(SCALE_GAP), y);
    }
  }

  private drawTimes(pen: CanvasRenderingContext2D, field: Field): void {
    pen.fillStyle = this.words;
    pen.textBaseline = 'alphabetic';
    pen.textAlign = 'center';
    const back = timeTicks(0, this.spanMs, timeStep(this.spanMs, 6));
    for (const ms of back) {
      const x = xOf(field.toMs - ms, field);
      if (x > 24 && x < field.width - 8) {
        pen.fillText(`−${runningTime(ms)}`, x, this.height - 4);
      }
    }
  }
}

function horizontal(pen: CanvasRenderingContext2D, y: number, width: number): void {
  pen.beginPath();
  pen.moveTo(0, y);
  pen.lineTo(width, y);
  pen.stroke();
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-strip': Strip;
  }
}
