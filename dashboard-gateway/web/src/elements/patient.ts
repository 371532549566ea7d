import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Live } from '../models/live';
@customElement('vigil-patient')
export class Patient extends LitElement {
  @property({ attribute: false }) live!: Live;
  @property() patient = '';
  protected override render(): TemplateResult {
    return html``;
  }
}
