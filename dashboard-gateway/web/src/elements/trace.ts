import { customElement } from 'lit/decorators.js';
import { dot, strokeTrace } from '../helpers/draw-trace';
import { scaled } from '../helpers/scaled';
import { styles } from '../helpers/styles';
import { colour } from '../helpers/theme';
import { type Field, scaleAround } from '../models/line';
import { MovingCanvas } from './moving-canvas';

const MARGIN = 4;

/** The last minutes of a vital as one quiet line. */
@customElement('vigil-trace')
export class TraceLine extends MovingCanvas {
  static override styles = styles(`
    :host { display: block; position: relative; overflow: hidden; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  `);

  private ink = '';

  protected override takeColours(): void {
    this.ink = colour(this.tone);
  }

  protected override draw(pen: CanvasRenderingContext2D, now: number): void {
    const { trace } = this.sign;
    const fromMs = now - this.spanMs;
    const [least, greatest] = scaleAround(trace.extent(fromMs), this.leastSpan);
    const field: Field = {
      fromMs,
      toMs: now,
      least,
      greatest,
      width: this.width - MARGIN,
      top: MARGIN,
      bottom: this.height - MARGIN,
    };
    strokeTrace(pen, trace, field, { ink: this.ink, width: scaled(1.5), alpha: 0.7 });
    const last = trace.length - 1;
    if (last < 0 || trace.timeAt(last) < fromMs) return;
    dot(pen, { ms: trace.timeAt(last), value: trace.valueAt(last) }, field, this.ink, scaled(2.5));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-trace': TraceLine;
  }
}
