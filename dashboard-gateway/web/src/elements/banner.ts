import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { flashInStep } from '../helpers/flash-in-step';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { alarmSymbol } from '../helpers/symbols';
import { Watch } from '../helpers/watch';
import { calls } from '../models/alarm-book';
import { lasting, priorityWords, shapeOf, stateWords } from '../models/alarm-words';
import { Care } from '../models/care';
import type { Live } from '../models/live';
import type { Alert } from '../models/protocol';
import { texts } from '../texts';
import alarmColors from './alarm-colors.css?inline';
import css from './banner.css?inline';

/** Alarms about no single patient, above every view: Vigil, a ward or a gateway is silent. */
@customElement('vigil-banner')
export class Banner extends LitElement {
  static override styles = styles(alarmColors + css);

  @property({ attribute: false }) live!: Live;
  @property({ type: Boolean }) doctor = false;
  private care!: Care;

  constructor() {
    super();
    new Watch(this, () => pulse);
    new Watch(this, () => this.live.ward.alarms.changes);
    new Watch(this, () => this.care.changes);
  }

  override connectedCallback(): void {
    this.care = new Care(this.live.api, this.live.ward);
    super.connectedCallback();
  }

  protected override updated(): void {
    flashInStep(this);
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.live.ward.alarms.shared(),
      ({ id }) => id,
      (alert) => this.row(alert),
    )}
    ${this.care.problem ? html`<p class="problem" role="alert">${this.care.problem}</p>` : nothing}`;
  }

  private row(alert: Alert): TemplateResult {
    return html`<div
      class="row ${calls(alert) ? '' : 'steady'}"
      data-testid="banner"
      data-alarm=${alert.priority}
      data-about=${alert.patient}
    >
      ${alarmSymbol(shapeOf(alert))}
      <span class="unseen">${priorityWords(alert)}</span>
      <b>${alert.text}</b>
      <span>${texts.alarms.beds(alert.members?.length)}</span>
      <span class="figures">${lasting(alert, this.live.clock.now())}</span>
      ${calls(alert) ? this.taking(alert) : html`<span>${stateWords(alert)}</span>`}
    </div>`;
  }

  private taking(alert: Alert): TemplateResult | typeof nothing {
    if (!this.doctor) return nothing;
    const busy = this.care.underWay.has(alert.id);
    return html`<button
      class="press"
      ?disabled=${busy}
      @click=${() => void this.care.acknowledge(alert, '')}
    >
      ${busy ? texts.care.acknowledging : texts.care.acknowledge}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-banner': Banner;
  }
}
