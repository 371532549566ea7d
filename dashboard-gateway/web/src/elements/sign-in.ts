import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import { setTheme, theme } from '../helpers/theme';
import { type Api, Problem } from '../models/api';
import type { Person } from '../models/protocol';
import { texts } from '../texts';
import { mark } from './mark';
import css from './sign-in.css?inline';

const words = texts.signIn;

/** Who is there? */
@customElement('vigil-sign-in')
export class SignIn extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) api!: Api;
  /** The session was there and is over. */
  @property({ type: Boolean }) over = false;
  @state() private wrong = '';
  @state() private busy = false;
  @state() private shown = false;
  @query('#username') private username!: HTMLInputElement;
  @query('#password') private password!: HTMLInputElement;

  protected override firstUpdated(): void {
    this.username.focus();
  }

  protected override render(): TemplateResult {
    return html`<header class="say">
        <p class="brand">${mark} ${texts.product}</p>
        <p class="promise">${words.promise}</p>
        <p class="disclaimer">${words.disclaimer}</p>
      </header>
      <main>
        <button class="press theme" @click=${this.changeTheme}>
          ${theme() === 'dark' ? texts.bar.light : texts.bar.dark}
        </button>
        <form @submit=${this.submit}>
          <h1>${words.title}</h1>
          <label>
            ${words.username}
            <input
              id="username"
              name="username"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
            />
          </label>
          <label>
            ${words.password}
            <span class="field">
              <input
                id="password"
                name="password"
                type=${this.shown ? 'text' : 'password'}
                autocomplete="current-password"
                required
              />
              <button type="button" class="show" @click=${() => (this.shown = !this.shown)}>
                ${this.shown ? words.hide : words.show}
              </button>
            </span>
          </label>
          <button class="go" ?disabled=${this.busy}>
            ${this.busy ? words.submitting : words.submit}
          </button>
          <p class="said ${this.wrong ? 'wrong' : ''}" role="alert" data-testid="sign-in-said">
            ${this.wrong || (this.over ? words.over : '')}
          </p>
        </form>
      </main>`;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.wrong = '';
    try {
      const person = await this.api.signIn(this.username.value.trim(), this.password.value);
      this.dispatchEvent(new CustomEvent<Person>('signedin', { detail: person }));
    } catch (problem) {
      this.wrong = sayWhy(problem);
      this.password.select();
    } finally {
      this.busy = false;
    }
  };

  private readonly changeTheme = (): void => {
    setTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  };
}

function sayWhy(problem: unknown): string {
  const status = problem instanceof Problem ? problem.status : -1;
  if (status === 401 || status === 403 || status === 400) return words.wrong;
  if (status === 429) return words.tooMany;
  if (status === 0 || status === 502 || status === 503 || status === 504) return words.unreachable;
  return words.failed;
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-sign-in': SignIn;
  }
}
