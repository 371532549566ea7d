import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import { TRACE_MS } from '../models/live';
import { patientPath } from '../models/routes';
import alarmColors from './alarm-colors.css?inline';
import alarmCss from './alarm.css?inline';
import { BedFace } from './bed-face';
import { tileParts } from './tile-parts';
import css from './tile.css?inline';
import './trace';

/** One bed on the wall: the number is the tile. */
@customElement('vigil-tile')
export class Tile extends BedFace {
  static override styles = styles(css + alarmColors + alarmCss);

  @property() line: 'beside' | 'below' = 'below';

  protected override render(): TemplateResult {
    const { bed, face, live } = this;
    const { alarm, state, vital } = face;
    const kind = `${this.line} ${alarm?.steady ? 'steady' : ''} ${state === 'live' ? '' : 'silent'}`;
    return html`<a
      class="tile ${kind}"
      href=${patientPath(bed.id)}
      data-state=${state}
      data-alarm=${alarm?.priority ?? nothing}
    >
      ${tileParts(
        html`<span class="bed">${bed.bed}</span><span class="name">${bed.name}</span>`,
        face,
      )}
      <vigil-trace
        class="vital-${vital.code}"
        .sign=${bed.sign(vital.code)}
        .clock=${live.clock}
        .spanMs=${TRACE_MS}
        .leastSpan=${vital.leastSpan}
        .tone=${`--vital-${vital.code}`}
      ></vigil-trace>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-tile': Tile;
  }
}
