import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import { texts } from '../texts';
import alarmColors from './alarm-colors.css?inline';
import alarmCss from './alarm.css?inline';
import { BedFace } from './bed-face';
import { tileParts } from './tile-parts';
import css from './tile.css?inline';

/** The present of one patient on their own page: a tile without its line, for that is beside it. */
@customElement('vigil-now')
export class Now extends BedFace {
  static override styles = styles(css + alarmColors + alarmCss);

  protected override render(): TemplateResult {
    const { alarm, state } = this.face;
    return html`<div
      class="tile alone ${alarm?.steady ? 'steady' : ''}"
      data-state=${state}
      data-alarm=${alarm?.priority ?? nothing}
    >
      ${tileParts(html`<h2 class="name">${texts.patient.now}</h2>`, this.face)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-now': Now;
  }
}
