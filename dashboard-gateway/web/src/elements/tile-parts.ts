import { html, nothing, type TemplateResult } from 'lit';
import { alarmSymbol, receptionBars } from '../helpers/symbols';
import type { AlarmFace, Face } from '../models/face';
import { texts } from '../texts';

/** What a bed says on the wall and on its own page: header, words, number, and what is beside it. */
export function tileParts(title: TemplateResult, face: Face): TemplateResult {
  const { alarm, number, state, vital } = face;
  return html`<div class="head">
      ${title}
      ${
        face.pausedFor
          ? html`<span class="paused figures">${texts.tile.paused(face.pausedFor)}</span>`
          : nothing
      }
      ${alarm ? badge(alarm) : nothing}
    </div>
    <p class="words">${alarm ? alarmWords(alarm) : vital.label}</p>
    <div
      class="number ${state === 'live' ? length(number) : 'none'} vital-${vital.code}"
      data-testid="number"
    >
      ${number}
    </div>
    ${state === 'live' ? foot(face) : silence(face)}`;
}

function length(number: string): string {
  return number.length > 3 ? 'long' : '';
}

function badge(alarm: AlarmFace): TemplateResult {
  return html`<span class="badge">
    ${alarmSymbol(alarm.technical ? 'technical' : alarm.priority)} ${badgeWords(alarm)}
  </span>`;
}

function badgeWords(alarm: AlarmFace): string {
  if (alarm.by) return texts.tile.acknowledgedBy(alarm.by);
  return alarm.escalated ? texts.tile.escalated : texts.priority[alarm.priority];
}

function alarmWords(alarm: AlarmFace): TemplateResult {
  return html`<span class="what" data-testid="alarm-text">${alarm.text}</span>
    ${alarm.others ? html`<span>${texts.tile.more(alarm.others)}</span>` : nothing}
    <span class="running figures">${alarm.running}</span>`;
}

function foot(face: Face): TemplateResult {
  return html`<div class="foot">
    <span>${face.vital.unit}</span>
    <span class="measure">
      ${face.age ? html`<span class="age figures">${face.age}</span>` : nothing}
      ${face.bars === null ? nothing : bars(face.bars, texts.tile.reception(face.received))}
    </span>
  </div>`;
}

function bars(full: number, words: string): TemplateResult {
  return html`<svg class="bars" viewBox="0 0 22 14" role="img" aria-label=${words}>
    <title>${words}</title>
    ${receptionBars(full)}
  </svg>`;
}

function silence(face: Face): TemplateResult {
  const why = texts.silence[face.silence || 'unknown'];
  return html`<div class="silence" data-testid="silence">
    <p>
      <span class="why short">${why.short}</span> <span class="figures">${face.silentFor}</span>
    </p>
    <p><span class="why">${why.detail}</span></p>
  </div>`;
}
