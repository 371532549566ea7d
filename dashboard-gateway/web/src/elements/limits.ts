import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { when } from '../helpers/format';
import { styles } from '../helpers/styles';
import { BACKTEST_HOURS, type LimitsEditor } from '../models/limits-editor';
import { LIMIT_NAMES, type LimitName } from '../models/protocol';
import type { Vital } from '../models/vitals';
import { texts } from '../texts';
import css from './limits.css?inline';

const words = texts.limits;

/** The limits of one vital: in force, and others with what they would have given. */
@customElement('vigil-limits')
export class Limits extends LitElement {
  static override styles = styles(css);

  @property({ attribute: false }) editor!: LimitsEditor;
  @property({ attribute: false }) vital!: Vital;
  @property({ attribute: false }) now = 0;

  protected override render(): TemplateResult {
    const { editor } = this;
    return html`<header>
        <h2>${words.title(this.vital.label)}</h2>
        ${
          editor.draft || !editor.inForce
            ? nothing
            : html`<button class="press" @click=${() => editor.begin()}>${words.change}</button>`
        }
      </header>
      ${editor.inForce ? (editor.draft ? this.form() : this.current()) : nothing}
      ${editor.problem ? html`<p class="problem" role="alert">${editor.problem}</p>` : nothing}`;
  }

  private current(): TemplateResult {
    const { editor } = this;
    const current = editor.current();
    return html`<dl>
        ${LIMIT_NAMES.map(
          (name) =>
            html`<div>
              <dt>${words.names[name]}</dt>
              <dd class="figures">${current[name] ?? words.none}</dd>
            </div>`,
        )}
      </dl>
      <p class="quiet">
        ${this.author()}
        ${
          editor.canUndo
            ? html`<button class="press" @click=${() => void editor.undo()}>${words.undo}</button>`
            : nothing
        }
      </p>`;
  }

  private author(): string {
    const { by, at } = this.editor.inForce ?? { by: null, at: null };
    return by && at ? words.author(by, when(Date.parse(at), this.now)) : words.ward;
  }

  private form(): TemplateResult {
    const { editor } = this;
    return html`<form @submit=${this.save}>
      ${LIMIT_NAMES.map((name) => this.field(name))}
      <p class="effect" aria-live="polite" data-testid="backtest">${this.effect()}</p>
      <div class="acts">
        <button class="press main" ?disabled=${editor.saving}>${words.save}</button>
        <button class="press" type="button" @click=${() => editor.cancel()}>${words.cancel}</button>
      </div>
    </form>`;
  }

  private field(name: LimitName): TemplateResult {
    return html`<label>
      <span>${words.names[name]}</span>
      <input
        inputmode="decimal"
        autocomplete="off"
        class="figures"
        name=${name}
        .value=${this.editor.draft?.[name] ?? ''}
        @input=${(event: Event) => this.editor.write(name, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private effect(): TemplateResult | string {
    const { backtest, problem, testing } = this.editor;
    if (backtest) {
      const { inForce, proposed } = backtest;
      return html`<b>${words.instead(proposed.length, inForce.length)}</b>
        ${words.span(BACKTEST_HOURS)}`;
    }
    return testing && !problem ? words.testing : '';
  }

  private readonly save = (event: Event): void => {
    event.preventDefault();
    void this.editor.save();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vigil-limits': Limits;
  }
}
