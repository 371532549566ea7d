import { html, LitElement, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { fitCanvas } from '../helpers/canvas';
import { frameLoop } from '../helpers/frame-loop';
import { themeChanges } from '../helpers/theme';
import { Watch } from '../helpers/watch';
import type { ServerClock } from '../models/server-clock';
import type { Sign } from '../models/sign';

/** What has moved by less than this part of a pixel looks the same. */
const LEAST_MOVE = 0.25;

/**
 * A canvas on which time passes from right to left at the display's rate. It is drawn only in those frames
 * in which it looks different: five minutes on a tile are three drawings a second, not sixty.
 */
export abstract class MovingCanvas extends LitElement {
  @property({ attribute: false }) sign!: Sign;
  @property({ attribute: false }) clock!: ServerClock;
  @property({ attribute: false }) spanMs = 0;
  @property({ attribute: false }) leastSpan = 0;
  /** The name of the line's colour token. */
  @property({ attribute: false }) tone = '';
  @query('canvas') private canvas!: HTMLCanvasElement;

  protected width = 0;
  protected height = 0;
  private drawnAt = -Infinity;
  private drawnReadings = -1;
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
      () => this.refresh(),
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

  protected override updated(): void {
    this.refresh();
  }

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  /** Reads the colours of the theme. */
  protected abstract takeColours(): void;

  /** Draws on an empty canvas, in CSS pixels. */
  protected abstract draw(pen: CanvasRenderingContext2D, now: number): void;

  private refresh(): void {
    this.takeColours();
    this.drawnAt = -Infinity;
  }

  private drawIfDue(): void {
    if (!this.hasUpdated || this.width < 8 || this.height < 4) return;
    const now = this.clock.now();
    const moved = ((now - this.drawnAt) / this.spanMs) * this.width * devicePixelRatio;
    const { length } = this.sign.trace;
    if (Math.abs(moved) < LEAST_MOVE && this.drawnReadings === length) return;
    this.drawnAt = now;
    this.drawnReadings = length;
    fitCanvas(this.canvas, this.width, this.height);
    const pen = this.canvas.getContext('2d')!;
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    this.draw(pen, now);
  }
}
