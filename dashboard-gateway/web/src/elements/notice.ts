import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from '../helpers/styles';

/** Says in words what is not there, why, and what to do. */
@customElement('vigil-notice')
export class Notice extends LitElement {
  static override styles = styles(`
    :host { display: grid; place-content: center; height: 100%; padding: 24px; text-align: center; }
    h2 { font-size: 20px; font-weight: 600; }
    p { max-width: 44ch; margin: 8px auto 0; color: var(--text-2); text-wrap: balance; }
    button { margin-top: 24px; justify-self: center; }
  `);

  @property({ attribute: false }) words = '';
  @property({ attribute: false }) hint = '';
  /** The word on the button, if there is something to do. */
  @property({ attribute: false }) press = '';

  protected override render(): TemplateResult {
    return html`<h2>${this.words}</h2>
      <p>${this.hint}</p>
      ${
        this.press
          ? html`<button class="press" @click=${() => this.dispatchEvent(new Event('press'))}>
              ${this.press}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-notice': Notice;
  }
}
