import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Live } from '../models/live';
@customElement('vigil-alarms')
export class Alarms extends LitElement {
  @property({ attribute: false }) live!: Live;
  protected override render(): TemplateResult {
    return html``;
  }
}
