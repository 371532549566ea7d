import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { glideFrom, placesOf } from '../helpers/glide';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { Watch } from '../helpers/watch';
import type { Bed } from '../models/bed';
import { gridFor } from '../models/grid';
import type { Live } from '../models/live';
import { inOrder, type Order } from '../models/order';
import { texts } from '../texts';
import './notice';
import './tile';
import css from './wall.css?inline';

const SHAPES_WHILE_LOADING = 20;

/** The ward as a wall of tiles that always fits. */
@customElement('vigil-wall')
export class Wall extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  @property() order: Order = 'bed';
  /** Only this ward's beds; all where it is empty. */
  @property() ward = '';
  @state() private beds: readonly Bed[] = [];
  @state() private size = { width: 0, height: 0 };
  private pointing = false;

  private readonly resizes = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    this.size = { width, height };
  });

  constructor() {
    super();
    new Watch(
      this,
      () => this.live.ward.changes,
      () => {
        this.arrange();
        this.requestUpdate();
      },
    );
    new Watch(
      this,
      () => pulse,
      () => this.arrange(),
    );
    this.addEventListener('pointerenter', () => (this.pointing = true));
    this.addEventListener('pointerleave', () => (this.pointing = false));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resizes.observe(this);
    this.arrange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizes.disconnect();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('order') || changed.has('ward')) this.arrange(true);
  }

  /** Puts the beds in order; alarms move nothing from under somebody's finger. */
  private arrange(asked = false): void {
    const all = [...this.live.ward.beds.values()];
    const beds = inOrder(
      all.filter(({ ward }) => !this.ward || ward === this.ward),
      this.order,
      this.live.ward.alarms,
    );
    const same = beds.length === this.beds.length;
    if (same && beds.every((bed, i) => bed === this.beds[i])) return;
    if (same && !asked && (this.pointing || this.matches(':focus-within'))) return;
    const places = placesOf(this.shadowRoot?.querySelectorAll('vigil-tile') ?? []);
    this.beds = beds;
    void this.updateComplete.then(() => glideFrom(places));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { live } = this;
    if (live.loaded === 'failed' && !this.beds.length) return this.failed();
    if (live.loaded === 'loaded' && !this.beds.length) return empty;
    // Before the wall knows its size there is nothing that would stay where it is put.
    if (!this.size.width) return nothing;
    const count = this.beds.length || SHAPES_WHILE_LOADING;
    const grid = gridFor(count, this.size.width, this.size.height);
    this.style.setProperty('--columns', String(grid.columns));
    this.style.setProperty('--row-height', `${grid.rowHeight}px`);
    this.style.setProperty('--wall-number', `${grid.number}px`);
    this.style.setProperty('--wall-text', `${grid.text}px`);
    return html`<h1 class="unseen">${texts.wall.title}</h1>
      <div class="room">
        <div class="grid" aria-busy=${!this.beds.length}>
          ${
            this.beds.length
              ? repeat(
                  this.beds,
                  ({ id }) => id,
                  (bed) =>
                    html`<vigil-tile .bed=${bed} .live=${live} .line=${grid.line}></vigil-tile>`,
                )
              : shapes
          }
        </div>
      </div>`;
  }

  private failed(): TemplateResult {
    return html`<vigil-notice
      .words=${texts.wall.failed}
      .hint=${texts.wall.failedHint}
      .press=${texts.wall.retry}
      @press=${() => void this.live.look()}
    ></vigil-notice>`;
  }
}

const empty = html`<vigil-notice
  .words=${texts.wall.empty}
  .hint=${texts.wall.emptyHint}
></vigil-notice>`;

const shapes = html`<span class="unseen">${texts.wall.loading}</span> ${Array.from(
    { length: SHAPES_WHILE_LOADING },
    () => html`<div class="shape"></div>`,
  )}`;

declare global {
  interface HTMLElementTagNameMap {
    'vigil-wall': Wall;
  }
}
