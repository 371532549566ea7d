import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { flashInStep } from '../helpers/flash-in-step';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { alarmSymbol, receptionBars } from '../helpers/symbols';
import { Watch } from '../helpers/watch';
import type { Bed } from '../models/bed';
import { type AlarmFace, differs, type Face, faceOf } from '../models/face';
import { type Live, TRACE_MS } from '../models/live';
import { patientPath } from '../models/routes';
import { texts } from '../texts';
import alarmCss from './alarm.css?inline';
import css from './tile.css?inline';
import './trace';

/** One bed on the wall: the number is the tile. */
@customElement('vigil-tile')
export class Tile extends LitElement {
  static override styles = styles(css + alarmCss);

  @property({ attribute: false }) bed!: Bed;
  @property({ attribute: false }) live!: Live;
  @property() line: 'beside' | 'below' = 'below';
  @state() private face!: Face;

  constructor() {
    super();
    const look = (): void => this.look();
    new Watch(this, () => this.bed.changes, look);
    new Watch(this, () => pulse, look);
  }

  override connectedCallback(): void {
    this.look();
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    const { alarm, state } = this.face;
    this.dataset['patient'] = this.bed.id;
    this.dataset['state'] = state;
    this.dataset['alarm'] = alarm?.priority ?? 'none';
  }

  protected override updated(): void {
    flashInStep(this);
  }

  private look(): void {
    const face = faceOf(this.bed, this.live.ward.alarms.active(this.bed.id), this.live);
    if (differs(face, this.face)) this.face = face;
  }

  protected override render(): TemplateResult {
    const { face, bed } = this;
    const { alarm, vital } = face;
    const silent = face.state !== 'live';
    const kind = `tile ${this.line} ${alarm?.steady ? 'steady' : ''} ${silent ? 'silent' : ''}`;
    return html`<a
      class=${kind}
      href=${patientPath(bed.id)}
      data-state=${face.state}
      data-alarm=${alarm?.priority ?? nothing}
    >
      <div class="head">
        <span class="bed">${bed.bed}</span>
        <span class="name">${bed.name}</span>
        ${alarm ? badge(alarm) : nothing}
      </div>
      <p class="words">
        ${
          alarm
            ? html`<span class="what" data-testid="alarm-text">${alarm.text}</span>
                ${alarm.others ? html`<span>${texts.tile.more(alarm.others)}</span>` : nothing}
                <span class="running">${alarm.running}</span>`
            : vital.label
        }
      </p>
      <div
        class="number ${face.number.length > 3 ? 'long' : ''} vital-${vital.code}"
        data-testid="number"
      >
        ${face.number}
      </div>
      ${silent ? silence(face) : foot(face)}
      <vigil-trace
        class="vital-${vital.code}"
        .sign=${bed.sign(vital.code)}
        .clock=${this.live.clock}
        .spanMs=${TRACE_MS}
        .leastSpan=${vital.leastSpan}
        .tone=${`--vital-${vital.code}`}
      ></vigil-trace>
    </a>`;
  }
}

function badge(alarm: AlarmFace): TemplateResult {
  return html`<span class="badge">
    ${alarmSymbol(alarm.technical ? 'technical' : alarm.priority)}
    ${alarm.by ? texts.tile.acknowledgedBy(alarm.by) : texts.priority[alarm.priority]}
  </span>`;
}

function foot(face: Face): TemplateResult {
  const received = texts.tile.reception(face.received);
  return html`<div class="foot">
    <span>${face.vital.unit}</span>
    <span class="measure">
      ${face.age ? html`<span class="age">${face.age}</span>` : nothing}
      ${
        face.bars === null
          ? nothing
          : html`<svg class="bars" viewBox="0 0 22 14" role="img" aria-label=${received}>
              <title>${received}</title>
              ${receptionBars(face.bars)}
            </svg>`
      }
    </span>
  </div>`;
}

function silence(face: Face): TemplateResult {
  const why = texts.silence[face.silence || 'unknown'];
  return html`<div class="silence" data-testid="silence">
    <span><b>${why.short}</b> ${face.silentFor}</span>
    <span>${why.detail}</span>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-tile': Tile;
  }
}
