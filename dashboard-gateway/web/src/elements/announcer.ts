import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import { Watch } from '../helpers/watch';
import { type Announcement, Announcements } from '../models/announcements';
import type { Live } from '../models/live';
import { texts } from '../texts';

/** Speaks to screen readers: high alarms at once, everything else when there is a pause. */
@customElement('vigil-announcer')
export class Announcer extends LitElement {
  static override styles = styles(':host { position: fixed; top: 0; left: 0; }');

  @property({ attribute: false }) live!: Live;
  @state() private assertive = '';
  @state() private polite = '';
  private readonly announcements = new Announcements((id) => this.live.ward.beds.get(id));
  private wasLost = false;

  constructor() {
    super();
    new Watch(
      this,
      () => this.live.ward.alarms.changes,
      (alert) => this.say(this.announcements.of(alert)),
    );
    new Watch(
      this,
      () => this.live.socket.changes,
      (link) => {
        if (link === 'lost') this.say({ words: texts.announce.lost, urgency: 'assertive' });
        else if (this.wasLost) this.say({ words: texts.announce.back, urgency: 'polite' });
        this.wasLost = link === 'lost';
      },
    );
  }

  protected override render(): TemplateResult {
    return html`<div class="unseen" aria-live="assertive">${this.assertive}</div>
      <div class="unseen" aria-live="polite">${this.polite}</div>`;
  }

  private say(announcement: Announcement | null): void {
    if (announcement) this[announcement.urgency] = announcement.words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-announcer': Announcer;
  }
}
