import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { runningTime } from '../helpers/format';
import { styles } from '../helpers/styles';
import { alarmSymbol } from '../helpers/symbols';
import { lasting, priorityWords, shapeOf } from '../models/alarm-words';
import type { Care } from '../models/care';
import type { Alert, Pause } from '../models/protocol';
import { texts } from '../texts';
import css from './care.css?inline';
import './segmented';

const words = texts.care;
const LENGTHS = [60, 120, 300].map((seconds) => ({
  value: String(seconds),
  label: words.minutes(seconds / 60),
}));

/** What can be done about a patient's alarms: take those that call, and pause those to come. */
@customElement('vigil-care')
export class CarePane extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) care!: Care;
  /** The alarms that call for somebody, worst first. */
  @property({ attribute: false }) calling: readonly Alert[] = [];
  @property({ attribute: false }) pause: Pause | null = null;
  @property({ attribute: false }) now = 0;
  @state() private seconds = '120';

  protected override render(): TemplateResult {
    return html`${repeat(
      this.calling,
      ({ id }) => id,
      (alert) => this.call(alert),
    )}
    ${this.care.problem ? html`<p class="problem" role="alert">${this.care.problem}</p>` : nothing}
    ${this.pause ? this.paused(this.pause) : this.pausing()}`;
  }

  private call(alert: Alert): TemplateResult {
    const busy = this.care.underWay.has(alert.id);
    return html`<form
      class="call ${alert.priority}"
      data-alert=${alert.id}
      @submit=${(event: SubmitEvent) => this.take(event, alert)}
    >
      <p class="alarm">
        ${alarmSymbol(shapeOf(alert))} <b>${alert.text}</b>
        <span class="quiet figures">${lasting(alert, this.now)}</span>
      </p>
      <p class="quiet">${words.effect[alert.state === 'resolved' ? 'over' : 'lasting']}</p>
      <div class="acts">
        <input name="note" maxlength="1000" placeholder=${words.note} aria-label=${words.note} />
        <button
          class="press main"
          ?disabled=${busy}
          aria-label=${`${words.acknowledge}: ${priorityWords(alert)}, ${alert.text}`}
        >
          ${busy ? words.acknowledging : words.acknowledge}
        </button>
      </div>
    </form>`;
  }

  private take(event: SubmitEvent, alert: Alert): void {
    event.preventDefault();
    const note = new FormData(event.target as HTMLFormElement).get('note');
    void this.care.acknowledge(alert, typeof note === 'string' ? note : '');
  }

  private paused(pause: Pause): TemplateResult {
    return html`<section data-testid="paused">
      <div class="row">
        <h2 class="figures">${words.pausedFor(runningTime(Date.parse(pause.until) - this.now))}</h2>
        <button
          class="press"
          ?disabled=${this.care.underWay.has('pause')}
          @click=${() => void this.care.resume()}
        >
          ${words.resume}
        </button>
      </div>
      <p class="quiet">${words.pausedBy(pause.by, pause.reason)}</p>
    </section>`;
  }

  private pausing(): TemplateResult {
    return html`<section>
      <div class="row">
        <h2>${words.pause}</h2>
        <vigil-segmented
          .label=${words.pauseLength}
          .options=${LENGTHS}
          .value=${this.seconds}
          @choose=${(event: CustomEvent<string>) => (this.seconds = event.detail)}
        ></vigil-segmented>
      </div>
      <p class="quiet">${words.pauseEffect}</p>
      <div class="reasons" role="group" aria-label=${words.pauseFor}>
        ${words.reasons.map(
          (reason) =>
            html`<button
              class="press"
              ?disabled=${this.care.underWay.has('pause')}
              @click=${() => void this.care.pause(Number(this.seconds), reason)}
            >
              ${reason}
            </button>`,
        )}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-care': CarePane;
  }
}
