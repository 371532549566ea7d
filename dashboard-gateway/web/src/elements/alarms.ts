import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { when } from '../helpers/format';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { alarmSymbol } from '../helpers/symbols';
import { Watch } from '../helpers/watch';
import { isShared } from '../models/alarm-book';
import { lasting, priorityWords, shapeOf, stateWords } from '../models/alarm-words';
import { activeThenEnded } from '../models/episodes';
import type { Live } from '../models/live';
import { PAST_HOURS, PastAlarms } from '../models/past-alarms';
import type { Alert } from '../models/protocol';
import { patientPath } from '../models/routes';
import { texts } from '../texts';
import css from './alarms.css?inline';

const words = texts.alarms;
const COLUMNS = ['priority', 'bed', 'patient', 'alarm', 'since', 'lasting', 'state'] as const;

/** All alarms: what is active, worst first, then what ended in the last hours. */
@customElement('vigil-alarms')
export class Alarms extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  private past!: PastAlarms;
  private unwatch: (() => void) | undefined;

  constructor() {
    super();
    new Watch(this, () => pulse);
    new Watch(this, () => this.live.ward.alarms.changes);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.past = new PastAlarms(this.live);
    this.unwatch = this.past.changes.add(() => this.requestUpdate());
    this.past.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.past.stop();
  }

  protected override render(): TemplateResult {
    const { active, ended } = activeThenEnded(this.past.all());
    return html`<div class="column">
      <h1>${words.title}</h1>
      <section>
        ${
          active.length
            ? this.table(words.active, active, 'active')
            : html`<p class="none">${words.noneActive}. ${words.noneActiveHint}</p>`
        }
      </section>
      <section>
        ${
          ended.length || this.past.state === 'loaded'
            ? this.table(words.ended(PAST_HOURS), ended, 'ended')
            : nothing
        }
        ${this.said(ended)}
      </section>
    </div>`;
  }

  private said(ended: readonly Alert[]): TemplateResult | typeof nothing {
    if (this.past.state === 'loading') return html`<p class="none">${words.loading}</p>`;
    if (this.past.state === 'failed') {
      return html`<p class="none">${words.failed}. ${words.failedHint}</p>`;
    }
    return ended.length ? nothing : html`<p class="none">${words.noneEnded}</p>`;
  }

  private table(caption: string, alerts: readonly Alert[], kind: string): TemplateResult {
    return html`<table class=${kind} data-testid="alarms-${kind}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${COLUMNS.map((name) => html`<th scope="col" class=${name}>${words[name]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          alerts,
          ({ id }) => id,
          (alert) => this.row(alert),
        )}
      </tbody>
    </table>`;
  }

  private row(alert: Alert): TemplateResult {
    const now = this.live.clock.now();
    const bed = this.live.ward.beds.get(alert.patient);
    return html`<tr
      class=${alert.priority}
      data-patient=${alert.patient}
      data-alarm=${alert.priority}
      data-state=${alert.state}
    >
      <td><span class="mark">${alarmSymbol(shapeOf(alert))} ${priorityWords(alert)}</span></td>
      <td class="figures">${bed?.bed ?? ''}</td>
      <td class="patient">
        ${
          isShared(alert)
            ? texts.alarms.beds(alert.members?.length)
            : html`<a href=${patientPath(alert.patient)}>${bed?.name ?? alert.patient}</a>`
        }
      </td>
      <td class="what">${alert.text}</td>
      <td class="figures">${when(Date.parse(alert.onset), now)}</td>
      <td class="figures">${lasting(alert, now)}</td>
      <td>${stateWords(alert)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-alarms': Alarms;
  }
}
