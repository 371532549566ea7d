import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Band } from '../helpers/draw-bands';
import { value, when } from '../helpers/format';
import { styles } from '../helpers/styles';
import type { History } from '../models/history';
import {
  type HistoryView,
  panned,
  rangeOf,
  RANGES,
  spanOf,
  viewOf,
  zoomed,
} from '../models/history-view';
import type { VitalLimits } from '../models/protocol';
import type { Vital } from '../models/vitals';
import { texts } from '../texts';
import './chart';
import type { Pointed } from './chart';
import css from './history-pane.css?inline';
import './notice';
import './segmented';

const words = texts.patient;

/** The history of one vital: what is shown of it, and the second that is pointed at. Tells `view`. */
@customElement('vigil-history')
export class HistoryPane extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) history!: History;
  @property({ attribute: false }) view!: HistoryView;
  @property({ attribute: false }) vital!: Vital;
  @property({ attribute: false }) bands: readonly Band[] = [];
  @property({ attribute: false }) lines: VitalLimits | null = null;
  @property({ attribute: false }) now = 0;
  @state() private width = 0;
  @state() private pointed: Pointed | null = null;

  protected override willUpdate(): void {
    this.history.show(spanOf(this.view, this.now), this.width, this.now);
  }

  protected override render(): TemplateResult {
    const { history, vital, view, now } = this;
    const { columns, state } = history;
    return html`<div class="head">
        <h2>${words.history}</h2>
        <p class="pointed figures vital-${vital.code}" data-testid="pointed">${this.reading()}</p>
        ${history.partial ? html`<p data-testid="partial">${words.partialHistory}</p>` : nothing}
        ${
          view.to === null
            ? nothing
            : html`<button class="press" @click=${() => this.show({ ...view, to: null })}>
                ${words.toNow}
              </button>`
        }
        <vigil-segmented
          .label=${words.ranges}
          .options=${RANGES}
          .value=${rangeOf(view)}
          @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}
        ></vigil-segmented>
      </div>
      <div class="picture">
        <vigil-chart
          tabindex="0"
          role="img"
          aria-label=${`${words.chart(vital.label)}. ${words.keys}`}
          .columns=${columns}
          .readings=${columns.times.length}
          .span=${spanOf(view, now)}
          .bands=${this.bands}
          .lines=${this.lines}
          .tone=${`--vital-${vital.code}`}
          .leastSpan=${vital.leastSpan}
          @zoom=${(event: CustomEvent<{ factor: number; at: number }>) =>
            this.show(zoomed(view, event.detail.factor, event.detail.at, this.now))}
          @pan=${(event: CustomEvent<number>) => this.show(panned(view, event.detail, this.now))}
          @select=${(event: CustomEvent<{ from: number; to: number }>) =>
            this.show(viewOf(event.detail, this.now))}
          @reset=${() => this.show({ ...view, to: null })}
          @pointed=${(event: CustomEvent<Pointed | null>) => (this.pointed = event.detail)}
          @resize=${(event: CustomEvent<number>) => (this.width = event.detail)}
        ></vigil-chart>
        ${state === 'loading' ? html`<span class="loading"></span>` : nothing} ${this.notice()}
      </div>`;
  }

  private reading(): TemplateResult {
    const { pointed, vital } = this;
    if (!pointed) return html`<span class="hint">${words.hoverHint}</span>`;
    return html`<b>${value(pointed.value, vital.decimals)}</b> ${vital.unit} ·
      ${when(pointed.ms, this.now)}`;
  }

  private notice(): TemplateResult | typeof nothing {
    const { history } = this;
    if (history.state === 'failed') {
      return html`<vigil-notice
        .words=${words.failedHistory}
        .hint=${words.failedHistoryHint}
        .press=${words.retry}
        @press=${() => history.retry()}
      ></vigil-notice>`;
    }
    if (history.state === 'loaded' && history.columns.times.length === 0) {
      return html`<vigil-notice
        .words=${words.emptyHistory}
        .hint=${words.emptyHistoryHint}
      ></vigil-notice>`;
    }
    return nothing;
  }

  private choose(name: string): void {
    const range = RANGES.find(({ value }) => value === name);
    if (range) this.show({ lengthMs: range.lengthMs, to: null });
  }

  private show(view: HistoryView): void {
    this.dispatchEvent(new CustomEvent<HistoryView>('view', { detail: view }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-history': HistoryPane;
  }
}
