import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from '../helpers/styles';
import css from './segmented.css?inline';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of a few, all in sight. */
@customElement('vigil-segmented')
export class Segmented extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) label = '';
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ attribute: false }) value = '';

  protected override render(): TemplateResult {
    return html`<div role="group" aria-label=${this.label}>
      ${this.options.map(
        ({ value, label }) =>
          html`<button
            aria-pressed=${value === this.value}
            data-value=${value}
            @click=${() => this.choose(value)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  private choose(value: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-segmented': Segmented;
  }
}
