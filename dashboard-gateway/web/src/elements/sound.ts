import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { runningTime } from '../helpers/format';
import { pulse } from '../helpers/pulse';
import { Speaker } from '../helpers/speaker';
import { styles } from '../helpers/styles';
import { Watch } from '../helpers/watch';
import { AlarmSound, sounds } from '../models/alarm-sound';
import type { Live } from '../models/live';
import type { Alert } from '../models/protocol';
import { texts } from '../texts';
import css from './sound.css?inline';

const words = texts.sound;
/** One for the page: a browser that was asked once need not be asked again. */
const speaker = new Speaker();

/** Makes alarms heard, and the one button that goes with it: allow, mute for a while, unmute. */
@customElement('vigil-sound')
export class Sound extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  private readonly sound = new AlarmSound(() => performance.now());
  private readonly allow = (): void => void speaker.allow().then(() => this.requestUpdate());

  constructor() {
    super();
    new Watch(
      this,
      () => pulse,
      () => this.look(),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Any use of the page is as good as a press of the button.
    addEventListener('pointerdown', this.allow, { once: true });
    addEventListener('keydown', this.allow, { once: true });
    if (navigator.userActivation.hasBeenActive) this.allow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.allow);
    removeEventListener('keydown', this.allow);
  }

  protected override render(): TemplateResult {
    const { mutedMs } = this.sound;
    if (!speaker.allowed) {
      return html`<button class="blocked" @click=${this.allow}>${words.blocked}</button>`;
    }
    return mutedMs > 0
      ? html`<button class="muted figures" title=${words.unmute} @click=${() => this.unmute()}>
          ${words.muted(runningTime(mutedMs))}
        </button>`
      : html`<button title=${words.muteHint} @click=${() => this.mute()}>${words.mute}</button>`;
  }

  private look(): void {
    const due = this.sound.due(this.live.ward.alarms.active().filter((alert) => this.heard(alert)));
    if (due) speaker.play(due);
    this.dataset['sound'] = speaker.allowed ? (this.sound.mutedMs > 0 ? 'muted' : 'on') : 'blocked';
    this.requestUpdate();
  }

  private heard(alert: Alert): boolean {
    const pause = this.live.ward.beds.get(alert.patient)?.pauseAt(this.live.clock.now());
    return sounds(alert, Boolean(pause));
  }

  private mute(): void {
    this.sound.mute();
    this.requestUpdate();
  }

  private unmute(): void {
    this.sound.unmute();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-sound': Sound;
  }
}
