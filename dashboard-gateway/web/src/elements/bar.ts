import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clock, runningTime } from '../helpers/format';
import { rewriteQuery } from '../helpers/navigate';
import { pulse } from '../helpers/pulse';
import { styles } from '../helpers/styles';
import { alarmSymbol } from '../helpers/symbols';
import { setTheme, theme } from '../helpers/theme';
import { Watch } from '../helpers/watch';
import type { Live } from '../models/live';
import { type Liveness, liveness } from '../models/liveness';
import { type Order, wardsOf } from '../models/order';
import { texts } from '../texts';
import css from './bar.css?inline';
import { mark } from './mark';
import './segmented';
import './sound';

const PRIORITIES = ['high', 'medium', 'low'] as const;
const ORDERS: readonly { value: Order; label: string }[] = [
  { value: 'bed', label: texts.bar.byBed },
  { value: 'worst', label: texts.bar.worstFirst },
];

/** The line on top: where we are, how live it is, what is wrong, what time it is. */
@customElement('vigil-bar')
export class Bar extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) live!: Live;
  @property() view = 'wall';
  @property() order: Order = 'bed';
  @property() ward = '';
  @property({ attribute: false }) person = '';

  constructor() {
    super();
    new Watch(this, () => pulse);
    new Watch(this, () => this.live.ward.changes);
    new Watch(this, () => this.live.ward.alarms.changes);
    new Watch(this, () => this.live.socket.changes);
  }

  protected override render(): TemplateResult {
    const how = liveness(this.live.socket, this.live.pipeline, this.live.clock);
    this.dataset['liveness'] = how.state;
    return html`<header class="bar ${how.state}">
      <a class="brand" href="/">${mark} ${texts.product}</a>
      ${how.state === 'dead' ? this.saidDead(how) : this.place(how)} ${this.counts(how)}
      <vigil-sound .live=${this.live}></vigil-sound> ${this.orders()}
      <nav aria-label=${texts.bar.views}>
        ${this.link('wall', '/', texts.bar.wall)}
        ${this.link('alarms', '/alarms', texts.bar.alarmList)}
      </nav>
      <div class="tools">
        <button class="tool" title=${texts.bar.themeHint} @click=${() => this.changeTheme()}>
          ${theme() === 'dark' ? texts.bar.light : texts.bar.dark}
        </button>
        <button class="tool" title=${this.person} @click=${() => this.tell('signout')}>
          ${texts.bar.signOut}
        </button>
      </div>
      <time class="clock figures" data-testid="clock">${clock(this.live.clock.now())}</time>
    </header>`;
  }

  private place(how: Liveness): TemplateResult {
    const beds = [...this.live.ward.beds.values()];
    const wards = wardsOf(beds);
    const shown = beds.filter(({ ward }) => !this.ward || ward === this.ward).length;
    return html`<div class="ward">
      ${
        wards.length > 1
          ? html`<select aria-label=${texts.bar.ward} @change=${this.chooseWard}>
              <option value="">${texts.bar.allWards}</option>
              ${wards.map((name) => html`<option ?selected=${name === this.ward}>${name}</option>`)}
            </select>`
          : html`<span class="place">${wards[0] ?? ''}</span>`
      }
      ${beds.length ? html`<span class="quiet">${texts.bar.beds(shown)}</span>` : nothing}
      <span class="liveness figures" data-testid="liveness">${how.words}</span>
    </div>`;
  }

  private saidDead(how: Liveness): TemplateResult {
    const { link, socket, clock } = this.live;
    const since = link === 'lost' ? runningTime(clock.ticks() - socket.since) : '';
    return html`<div class="says figures" data-testid="liveness">
      <b>${how.words} ${since}</b><span>${how.hint}</span>
    </div>`;
  }

  private counts(how: Liveness): TemplateResult {
    const counts = this.live.ward.alarms.counts();
    const some = PRIORITIES.filter((priority) => counts[priority]);
    if (!some.length) {
      const known = how.state === 'live' && this.live.loaded === 'loaded';
      const words = known ? texts.bar.noAlarms : texts.bar.alarmsUnknown;
      return html`<span class="quiet">${words}</span>`;
    }
    return html`<div class="counts" data-testid="counts">
      ${some.map(
        (priority) =>
          html`<a class="count ${priority}" href="/alarms">
            ${alarmSymbol(priority)} ${texts.bar.alarms(counts[priority], texts.priority[priority])}
          </a>`,
      )}
    </div>`;
  }

  private orders(): TemplateResult | typeof nothing {
    if (this.view !== 'wall') return nothing;
    return html`<vigil-segmented
      .label=${texts.bar.order}
      .options=${ORDERS}
      .value=${this.order}
      @choose=${(event: CustomEvent<Order>) => this.tell('order', event.detail)}
    ></vigil-segmented>`;
  }

  private link(view: string, href: string, words: string): TemplateResult {
    return html`<a class="view" href=${href} aria-current=${this.view === view ? 'page' : nothing}>
      ${words}
    </a>`;
  }

  private readonly chooseWard = (event: Event): void => {
    const ward = (event.target as HTMLSelectElement).value;
    rewriteQuery({ ward: ward || null });
    this.tell('ward', ward);
  };

  private changeTheme(): void {
    setTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  }

  private tell(what: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-bar': Bar;
  }
}
