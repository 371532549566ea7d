import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { storeChoice, storedChoice } from '../helpers/choice';
import { followLinks, navigate } from '../helpers/navigate';
import { styles } from '../helpers/styles';
import { Problem } from '../models/api';
import { Live } from '../models/live';
import type { Order } from '../models/order';
import type { Person } from '../models/protocol';
import { type Route, routeOf, signInPath, wantedPath } from '../models/routes';
import { texts } from '../texts';
import './alarms';
import './announcer';
import css from './app.css?inline';
import './banner';
import './bar';
import './notice';
import './patient';
import './sign-in';
import './wall';

const RESUME_AGAIN_MS = 2000;

const unreachable = html`<vigil-notice
  .words=${texts.unreachable.title}
  .hint=${texts.unreachable.hint}
></vigil-notice>`;

/** The page: who is signed in, and which view the address asks for. */
@customElement('vigil-app')
export class App extends LitElement {
  static override styles = styles(css);

  @state() private route: Route = routeOf(location.pathname);
  @state() private person: Person | null = null;
  @state() private live = newLive();
  @state() private over = false;
  /** The gateway does not say whether there is a session. */
  @state() private unreachable = false;
  @state() private order: Order = storedChoice<Order>('order', ['bed', 'worst'], 'bed');
  @state() private ward = new URLSearchParams(location.search).get('ward') ?? '';

  constructor() {
    super();
    followLinks(this);
    addEventListener('popstate', () => this.enter());
    addEventListener('online', () => this.live.socket.hurry());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.live.socket.hurry();
    });
    void this.resume();
  }

  /** Goes on with the session that the browser has, if any. */
  private async resume(): Promise<void> {
    try {
      this.welcome(await this.live.api.me());
      this.unreachable = false;
    } catch (problem) {
      this.unreachable = !(problem instanceof Problem) || problem.status !== 401;
      if (!this.unreachable) this.askToSignIn(false);
      else setTimeout(() => void this.resume(), RESUME_AGAIN_MS);
    }
  }

  private welcome(person: Person): void {
    this.person = person;
    this.over = false;
    this.live.signedOut.add(() => this.askToSignIn(true));
    this.live.start();
    if (this.route.view === 'signin') navigate(wantedPath(location.search), 'replace');
  }

  private askToSignIn(over: boolean): void {
    this.over = over;
    this.leave();
    if (this.route.view === 'signin') return;
    navigate(signInPath(location.pathname + location.search), 'replace');
  }

  private leave(): void {
    this.live.stop();
    this.person = null;
    this.live = newLive();
  }

  private async signOut(): Promise<void> {
    await this.live.api.signOut().catch(() => undefined);
    this.leave();
    this.over = false;
    navigate('/signin');
  }

  private enter(): void {
    const before = this.route;
    this.route = routeOf(location.pathname);
    this.ward = new URLSearchParams(location.search).get('ward') ?? '';
    if (!this.person && this.route.view !== 'signin' && !this.unreachable) {
      navigate(signInPath(location.pathname + location.search), 'replace');
    } else if (this.person && this.route.view === 'signin') {
      navigate('/', 'replace');
    }
    // Whoever listens, or goes by keyboard, is to begin where the new view begins.
    const moved = JSON.stringify(before) !== JSON.stringify(this.route);
    if (moved) void this.updateComplete.then(() => this.shadowRoot?.querySelector('main')?.focus());
  }

  protected override updated(): void {
    document.title = titleOf(this.route);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.route.view === 'signin') {
      return html`<vigil-sign-in
        .api=${this.live.api}
        ?over=${this.over}
        @signedin=${(event: CustomEvent<Person>) => this.welcome(event.detail)}
      ></vigil-sign-in>`;
    }
    if (!this.person) return this.unreachable ? unreachable : nothing;
    return html`<div class="page">
      <vigil-bar
        .live=${this.live}
        .view=${this.route.view}
        .order=${this.order}
        .ward=${this.ward}
        .person=${this.person.name}
        @order=${(event: CustomEvent<Order>) => this.choose(event.detail)}
        @ward=${(event: CustomEvent<string>) => (this.ward = event.detail)}
        @signout=${() => void this.signOut()}
      ></vigil-bar>
      <vigil-banner .live=${this.live} ?doctor=${this.person.role === 'doctor'}></vigil-banner>
      <main tabindex="-1">${this.view()}</main>
      <vigil-announcer .live=${this.live}></vigil-announcer>
    </div>`;
  }

  private view(): TemplateResult {
    const { live, route } = this;
    switch (route.view) {
      case 'wall':
        return html`<vigil-wall
          .live=${live}
          .order=${this.order}
          .ward=${this.ward}
        ></vigil-wall>`;
      case 'patient':
        return html`${keyed(
          route.id,
          html`<vigil-patient
            .live=${live}
            .patient=${route.id}
            ?doctor=${this.person?.role === 'doctor'}
          ></vigil-patient>`,
        )}`;
      case 'alarms':
        return html`<vigil-alarms .live=${live}></vigil-alarms>`;
      default:
        return html`<vigil-notice
          .words=${texts.notFound.title}
          .hint=${texts.notFound.hint}
        ></vigil-notice>`;
    }
  }

  private choose(order: Order): void {
    this.order = order;
    storeChoice('order', order);
  }
}

function newLive(): Live {
  return new Live(`${location.origin.replace(/^http/, 'ws')}/ws/v1`);
}

function titleOf(route: Route): string {
  const view =
    route.view === 'signin'
      ? texts.signIn.title
      : route.view === 'alarms'
        ? texts.alarms.title
        : route.view === 'patient'
          ? route.id
          : texts.wall.title;
  return `${view} · ${texts.product}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-app': App;
  }
}
