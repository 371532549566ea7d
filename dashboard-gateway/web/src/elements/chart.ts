import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotCss from 'uplot/dist/uPlot.min.css?inline';
import { chartOptions } from '../helpers/chart-options';
import { type Band, drawBands } from '../helpers/draw-bands';
import { drawLimits } from '../helpers/draw-limits';
import { type Gestures, onKey, onPinch, onWheel } from '../helpers/gestures';
import { styles } from '../helpers/styles';
import { themeChanges } from '../helpers/theme';
import { Watch } from '../helpers/watch';
import { type Columns, nearest } from '../models/columns';
import { envelopeOf } from '../models/envelope';
import type { VitalLimits } from '../models/protocol';
import type { Span } from '../models/history-view';
import css from './chart.css?inline';
import { scaleWidth } from './strip';

/** Readings closer than this are drawn as what they span. */
const STEP_PIXELS = 2.5;

/** The second that is pointed at. */
export interface Pointed {
  readonly ms: number;
  readonly value: number;
}

/**
 * One vital over time, to be zoomed by wheel, drag, fingers and keys. It draws what it is given and tells what
 * hands do: events zoom, pan, select, reset, pointed and resize.
 */
@customElement('vigil-chart')
export class Chart extends LitElement {
  static override styles = styles(uPlotCss + css);

  @property({ attribute: false }) columns!: Columns;
  /** Changes with the columns, which are added to in place. */
  @property({ attribute: false }) readings = 0;
  @property({ attribute: false }) span!: Span;
  @property({ attribute: false }) bands: readonly Band[] = [];
  @property({ attribute: false }) lines: VitalLimits | null = null;
  @property({ attribute: false }) tone = '';
  @property({ attribute: false }) leastSpan = 0;
  @query('.plot') private surface!: HTMLElement;

  private plot: uPlot | undefined;
  private pointedMs: number | undefined;
  private readonly dot = document.createElement('i');
  private readonly resizes = new ResizeObserver(([entry]) => this.resize(entry?.contentRect));
  private readonly gestures: Gestures = {
    zoom: (factor, at) => this.tell('zoom', { factor, at: this.timeAt(at) }),
    pan: (part) => this.tell('pan', part * (this.span.to - this.span.from)),
  };

  constructor() {
    super();
    new Watch(
      this,
      () => themeChanges,
      () => this.build(),
    );
    this.dot.className = 'dot';
    this.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Home') this.tell('reset');
      else if (!onKey(event.key, this.gestures)) return;
      event.preventDefault();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes.disconnect();
    this.plot?.destroy();
    this.plot = undefined;
  }

  protected override firstUpdated(): void {
    this.resizes.observe(this.surface);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.plot) return;
    if (changed.has('tone') || changed.has('leastSpan')) this.build();
    else this.plot.setData(this.data(), true);
  }

  protected override render(): TemplateResult {
    return html`<div class="plot"></div>`;
  }

  private build(): void {
    if (!this.surface.clientWidth) return;
    this.plot?.destroy();
    this.plot = new uPlot(
      chartOptions({
        width: this.surface.clientWidth,
        height: this.surface.clientHeight,
        tone: this.tone,
        leastSpan: this.leastSpan,
        scaleWidth: scaleWidth(),
        shown: () => [this.span.from, this.span.to],
        drawBehind: (plot) => {
          drawBands(plot, this.bands);
          if (this.lines) drawLimits(plot, this.lines);
        },
        pointed: (plot) => this.point(plot),
        selected: (from, to) => this.tell('select', { from, to }),
        reset: () => this.tell('reset'),
      }),
      this.data(),
      this.surface,
    );
    this.dot.hidden = true;
    this.plot.over.append(this.dot);
    onWheel(this.plot.over, this.gestures);
    onPinch(this.plot.over, this.gestures);
  }

  private data(): uPlot.AlignedData {
    const { from, to } = this.span;
    const stepMs =
      (STEP_PIXELS * (to - from)) / Math.max(1, this.surface.clientWidth - scaleWidth());
    const { times, middle, least, greatest } = envelopeOf(this.columns, stepMs);
    return [times, middle, least, greatest];
  }

  private timeAt(part: number): number {
    return this.span.from + part * (this.span.to - this.span.from);
  }

  private point(plot: uPlot): void {
    const { left = -1 } = plot.cursor;
    const index = left < 0 ? -1 : nearest(this.columns, plot.posToVal(left, 'x'));
    const value = this.columns.values[index] ?? null;
    const pointed = value === null ? null : { ms: this.columns.times[index]!, value };
    this.dot.hidden = !pointed;
    if (pointed) {
      const [x, y] = [plot.valToPos(pointed.ms, 'x'), plot.valToPos(pointed.value, 'y')];
      this.dot.style.transform = `translate(${x}px, ${y}px)`;
    }
    // Drawing anew points anew: told only when it is another second, or it would never end.
    if (pointed?.ms === this.pointedMs) return;
    this.pointedMs = pointed?.ms;
    this.tell('pointed', pointed);
  }

  private resize(box: DOMRectReadOnly | undefined): void {
    if (!box?.width) return;
    if (this.plot) this.plot.setSize({ width: box.width, height: box.height });
    else this.build();
    this.tell('resize', box.width - scaleWidth());
  }

  private tell(what: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-chart': Chart;
  }
}
