import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { navigate, rewriteQuery } from '../helpers/navigate';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { Watch } from '../helpers/watch';
import type { Bed } from '../models/bed';
import { isActive } from '../models/alarm-book';
import { newestOf, overlaps, spanOfEpisode } from '../models/episodes';
import { History } from '../models/history';
import { type HistoryView, queryOf, spanOf, viewFrom, viewOf } from '../models/history-view';
import type { Live } from '../models/live';
import type { Alert } from '../models/protocol';
import { BACKTEST_HOURS } from '../models/limits-editor';
import { HEART_RATE, type Vital, vitalOf } from '../models/vitals';
import { texts } from '../texts';
import './history-pane';
import './notice';
import './now';
import './patient-side';
import type { Trial } from './patient-side';
import css from './patient.css?inline';
import './segmented';
import './strip';

const words = texts.patient;
const SPANS = Object.entries(words.spans).map(([value, label]) => ({ value, label }));

/** One patient: the live line on top, the days before under it, their alarms beside. */
@customElement('vigil-patient')
export class Patient extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  @property() patient = '';
  /** Whether whoever looks may do something about what they see. */
  @property({ type: Boolean }) doctor = false;
  @state() private view!: HistoryView;
  /** Limits that are being tried out on the history. */
  @state() private trial: Trial | null = null;
  @state() private stripSeconds = '60';
  @state() private chosenVital = new URLSearchParams(location.search).get('vital');
  private history: History | undefined;
  private unwatch: (() => void) | undefined;

  constructor() {
    super();
    new Watch(this, () => pulse);
    new Watch(this, () => this.live.ward.changes);
    new Watch(this, () => this.live.ward.alarms.changes);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.view = viewFrom(location.search, this.live.clock.now());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forgetHistory();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('patient')) this.forgetHistory();
  }

  private get bed(): Bed | undefined {
    return this.live.ward.beds.get(this.patient);
  }

  private get vital(): Vital {
    if (this.chosenVital) return vitalOf(this.chosenVital);
    return this.bed?.vitals[0] ?? HEART_RATE;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { bed, live, vital } = this;
    if (!bed) return this.nobody();
    const history = (this.history ??= this.watch(bed, vital));
    const now = live.clock.now();
    const episodes = this.episodes(history, now);
    return html`${this.who(bed)}
      <div class="truth">
        <div class="live">
          <vigil-now .bed=${bed} .live=${live}></vigil-now>
          <section class="panel moving">
            <div class="head">
              <h2>${words.live}</h2>
              <vigil-segmented
                .label=${words.strip}
                .options=${SPANS}
                .value=${this.stripSeconds}
                @choose=${(event: CustomEvent<string>) => (this.stripSeconds = event.detail)}
              ></vigil-segmented>
            </div>
            <vigil-strip
              .sign=${bed.sign(vital.code)}
              .clock=${live.clock}
              .spanMs=${Number(this.stripSeconds) * 1000}
              .leastSpan=${vital.leastSpan}
              .tone=${`--vital-${vital.code}`}
            ></vigil-strip>
          </section>
        </div>
        <vigil-history
          class="panel"
          .history=${history}
          .view=${this.view}
          .vital=${vital}
          .now=${now}
          .lines=${this.trial?.limits ?? null}
          .bands=${(this.trial?.alerts ?? episodes).map((alert) => ({
            ...spanOfEpisode(alert, now),
            priority: alert.priority,
          }))}
          @view=${(event: CustomEvent<HistoryView>) => this.show(event.detail)}
        ></vigil-history>
      </div>
      <vigil-patient-side
        .live=${live}
        .bed=${bed}
        .vital=${vital}
        .episodes=${episodes}
        .now=${now}
        ?doctor=${this.doctor}
        @choose=${(event: CustomEvent<Alert>) => this.showEpisode(event.detail)}
        @trial=${(event: CustomEvent<Trial | null>) => this.tryOut(event.detail)}
      ></vigil-patient-side>`;
  }

  private who(bed: Bed): TemplateResult {
    const options = bed.vitals.map(({ code, label }) => ({ value: code, label }));
    return html`<div class="who">
      <a class="back" href="/">← ${words.back}</a>
      <h1>${bed.name}</h1>
      <span class="quiet">
        ${words.bed(bed.bed)} · ${bed.ward} · ${bed.id}
        ${bed.priority === 'high' ? html` · ${words.highPriority}` : nothing}
      </span>
      ${
        options.length > 1
          ? html`<vigil-segmented
              .label=${words.vital}
              .options=${options}
              .value=${this.vital.code}
              @choose=${(event: CustomEvent<string>) => this.chooseVital(event.detail)}
            ></vigil-segmented>`
          : nothing
      }
    </div>`;
  }

  private nobody(): TemplateResult | typeof nothing {
    if (this.live.loaded === 'loading') return nothing;
    const failed = this.live.loaded === 'failed';
    return html`<vigil-notice
      class="alone"
      .words=${failed ? texts.wall.failed : words.notFound}
      .hint=${failed ? texts.wall.failedHint : words.notFoundHint}
      .press=${words.toWall}
      @press=${() => navigate('/')}
    ></vigil-notice>`;
  }

  private episodes(history: History, now: number): Alert[] {
    const span = spanOf(this.view, now);
    const known = newestOf(history.episodes, this.live.ward.alarms.all(this.patient));
    return known.filter((alert) => isActive(alert) || overlaps(alert, span, now));
  }

  private watch(bed: Bed, vital: Vital): History {
    const history = new History(this.live.api, bed.id, vital.code);
    const heard = bed.changes.add(() => {
      const sign = bed.sign(vital.code);
      if (sign.ms > 0) history.hear(sign.ms, sign.value);
    });
    const changed = history.changes.add(() => this.requestUpdate());
    this.unwatch = () => {
      heard();
      changed();
    };
    return history;
  }

  private forgetHistory(): void {
    this.unwatch?.();
    this.history?.stop();
    this.history = undefined;
  }

  private show(view: HistoryView): void {
    this.view = view;
    rewriteQuery(queryOf(view));
  }

  /** Shows the day that limits are tried on, once they begin to be. */
  private tryOut(trial: Trial | null): void {
    if (trial && !this.trial) this.show({ lengthMs: BACKTEST_HOURS * 3_600_000, to: null });
    this.trial = trial;
  }

  private showEpisode(alert: Alert): void {
    const now = this.live.clock.now();
    const { from, to } = spanOfEpisode(alert, now);
    const around = Math.max(60_000, to - from);
    this.show(viewOf({ from: from - around, to: Math.min(now, to + around) }, now));
  }

  private chooseVital(code: string): void {
    this.chosenVital = code;
    this.forgetHistory();
    rewriteQuery({ vital: code });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-patient': Patient;
  }
}
