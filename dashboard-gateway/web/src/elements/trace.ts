import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { fitCanvas } from '../helpers/canvas';
import { frameLoop } from '../helpers/frame-loop';
import { styles } from '../helpers/styles';
import { colour, themeChanges } from '../helpers/theme';
import { Watch } from '../helpers/watch';
import { drawLine, type Field, scaleAround, xOf, yOf } from '../models/line';
import type { ServerClock } from '../models/server-clock';
import type { Sign } from '../models/sign';

/** A line that has moved by less than this part of a pixel looks the same. */
const LEAST_MOVE = 0.25;
const HEAD_ROOM = 4;

/** The last minutes of a vital as one quiet line that scrolls evenly. */
@customElement('vigil-trace')
export class TraceLine extends LitElement {
  static override styles = styles(`
    :host { display: block; position: relative; overflow: hidden; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
  `);

  @property({ attribute: false }) sign!: Sign;
  @property({ attribute: false }) clock!: ServerClock;
  @property({ attribute: false }) spanMs = 0;
  @property({ attribute: false }) leastSpan = 0;
  /** The name of the line's colour token. */
  @property({ attribute: false }) tone = '';
  @query('canvas') private canvas!: HTMLCanvasElement;

  private drawnAt = -Infinity;
  private drawnLength = -1;
  private ink = '';
  private width = 0;
  private height = 0;
  private readonly resizes = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? 0;
    this.height = entry?.contentRect.height ?? 0;
    this.drawnAt = -Infinity;
  });

  constructor() {
    super();
    new Watch(
      this,
      () => frameLoop,
      () => this.drawIfDue(),
    );
    new Watch(
      this,
      () => themeChanges,
      () => this.drawAnew(),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.size) this.drawAnew();
  }

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  private drawAnew(): void {
    this.ink = colour(this.tone);
    this.drawnAt = -Infinity;
  }

  private drawIfDue(): void {
    if (!this.hasUpdated || this.width < 8 || this.height < 4) return;
    const now = this.clock.now();
    const moved = ((now - this.drawnAt) / this.spanMs) * this.width * devicePixelRatio;
    if (Math.abs(moved) < LEAST_MOVE && this.drawnLength === this.sign.trace.length) return;
    this.drawnAt = now;
    this.drawnLength = this.sign.trace.length;
    this.draw(now);
  }

  private draw(now: number): void {
    const { trace } = this.sign;
    const fromMs = now - this.spanMs;
    const [least, greatest] = scaleAround(trace.extent(fromMs), this.leastSpan);
    const field: Field = {
      fromMs,
      toMs: now,
      least,
      greatest,
      width: this.width - HEAD_ROOM,
      top: HEAD_ROOM,
      bottom: this.height - HEAD_ROOM,
    };
    fitCanvas(this.canvas, this.width, this.height);
    const pen = this.canvas.getContext('2d')!;
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.strokeStyle = pen.fillStyle = this.ink;
    pen.lineWidth = 1.5;
    pen.lineJoin = 'round';
    pen.globalAlpha = 0.7;
    pen.beginPath();
    drawLine(trace, field, pen);
    pen.stroke();
    this.drawHead(pen, field);
  }

  private drawHead(pen: CanvasRenderingContext2D, field: Field): void {
    const { trace } = this.sign;
    if (!trace.length || trace.timeAt(trace.length - 1) < field.fromMs) return;
    pen.globalAlpha = 1;
    pen.beginPath();
    const last = trace.length - 1;
    pen.arc(xOf(trace.timeAt(last), field), yOf(trace.valueAt(last), field), 2.5, 0, 7);
    pen.fill();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-trace': TraceLine;
  }
}
