import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { when } from '../helpers/format';
import { styles } from '../helpers/styles';
import { alarmSymbol } from '../helpers/symbols';
import { isActive } from '../models/alarm-book';
import { lasting, priorityWords, shapeOf, stateWords } from '../models/alarm-words';
import { activeThenEnded } from '../models/episodes';
import type { Alert } from '../models/protocol';
import { texts } from '../texts';
import css from './episode-list.css?inline';

/** One patient's alarms; a press on one tells `choose`, to be shown it in the history. */
@customElement('vigil-episodes')
export class EpisodeList extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) episodes: readonly Alert[] = [];
  @property({ attribute: false }) now = 0;

  protected override render(): TemplateResult {
    const { active, ended } = activeThenEnded(this.episodes);
    return html`<ul>
      ${repeat(
        [...active, ...ended],
        ({ id }) => id,
        (alert) => this.row(alert),
      )}
    </ul>`;
  }

  private row(alert: Alert): TemplateResult {
    const past = isActive(alert) ? 'active' : 'past';
    return html`<li>
      <button
        class="${past} ${alert.priority}"
        title=${texts.patient.shownHere}
        @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: alert }))}
      >
        ${alarmSymbol(shapeOf(alert))}
        <span class="what">${alert.text}</span>
        <span class="quiet figures">${lasting(alert, this.now)}</span>
        <span class="second quiet">
          <span class="figures">${when(Date.parse(alert.onset), this.now)}</span>
          <span class="state">
            <span class="unseen">${priorityWords(alert)}, </span>${stateWords(alert)}
          </span>
        </span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-episodes': EpisodeList;
  }
}
