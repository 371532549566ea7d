import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import { calls } from '../models/alarm-book';
import type { Bed } from '../models/bed';
import { Care } from '../models/care';
import { activeThenEnded } from '../models/episodes';
import { LimitsEditor } from '../models/limits-editor';
import type { Live } from '../models/live';
import type { Alert, VitalLimits } from '../models/protocol';
import type { Vital } from '../models/vitals';
import { texts } from '../texts';
import './care';
import './episode-list';
import './limits';
import css from './patient-side.css?inline';

const words = texts.patient;

/** Limits that are being tried out, and the alarms that they would have given where that is known. */
export interface Trial {
  readonly limits: VitalLimits;
  readonly alerts: readonly Alert[] | null;
}

/** Beside a patient: what one can do, the limits, and the alarms. Tells `choose` and `trial`. */
@customElement('vigil-patient-side')
export class PatientSide extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  @property({ attribute: false }) bed!: Bed;
  @property({ attribute: false }) vital!: Vital;
  @property({ attribute: false }) episodes: readonly Alert[] = [];
  @property({ attribute: false }) now = 0;
  @property({ type: Boolean }) doctor = false;
  private care: Care | undefined;
  private editor: LimitsEditor | undefined;
  private readonly unwatch: (() => void)[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bed') || changed.has('vital')) this.leave();
    if (this.doctor && !this.care) this.enter();
  }

  private enter(): void {
    const { bed, live } = this;
    this.care = new Care(live.api, live.ward, bed.id);
    const editor = (this.editor = new LimitsEditor(live.api, bed.id, this.vital.code));
    this.unwatch.push(
      this.care.changes.add(() => this.requestUpdate()),
      editor.changes.add(() => this.edited()),
      bed.limitChanges.add(() => void editor.load()),
    );
    void editor.load();
  }

  private leave(): void {
    this.unwatch.splice(0).forEach((stop) => stop());
    if (this.editor?.draft) this.tell('trial', null);
    this.editor?.stop();
    this.care = this.editor = undefined;
  }

  private edited(): void {
    const { editor } = this;
    this.requestUpdate();
    if (!editor) return;
    const trial = editor.draft && {
      limits: editor.proposed(),
      alerts: editor.backtest?.proposed ?? null,
    };
    this.tell('trial', trial);
  }

  protected override render(): TemplateResult {
    const { care, editor, episodes, now, vital } = this;
    return html`<header>
        <h2>${words.alarms}</h2>
        <span class="quiet">${words.alarmsHint}</span>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.alarms}>
        ${
          care
            ? html`<vigil-care
                .care=${care}
                .calling=${activeThenEnded(episodes).active.filter(calls)}
                .pause=${this.bed.pauseAt(now)}
                .now=${now}
              ></vigil-care>`
            : nothing
        }
        ${
          editor
            ? html`<vigil-limits .editor=${editor} .vital=${vital} .now=${now}></vigil-limits>`
            : nothing
        }
        ${
          episodes.length
            ? html`<vigil-episodes
                .episodes=${episodes}
                .now=${now}
                @choose=${(event: CustomEvent<Alert>) => this.tell('choose', event.detail)}
              ></vigil-episodes>`
            : html`<p class="none">${words.noAlarms}</p>`
        }
      </div>`;
  }

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-patient-side': PatientSide;
  }
}
