import { html, nothing, type TemplateResult } from 'lit';
import { alarmSymbol, receptionBars } from '../helpers/symbols';
import type { Bed } from '../models/bed';
import type { AlarmFace, Face } from '../models/face';
import { texts } from '../texts';

/** What a bed says on the wall and on its own page: header, words, number, and what is beside it. */
export function tileParts(bed: Bed, face: Face): TemplateResult {
  const { alarm, number, vital } = face;
  return html`<div class="head">
      <span class="bed">${bed.bed}</span>
      <span class="name">${bed.name}</span>
      ${alarm ? badge(alarm) : nothing}
    </div>
    <p class="words">${alarm ? alarmWords(alarm) : vital.label}</p>
    <div class="number ${number.length > 3 ? 'long' : ''} vital-${vital.code}" data-testid="number">
      ${number}
    </div>
    ${face.state === 'live' ? foot(face) : silence(face)}`;
}

function badge(alarm: AlarmFace): TemplateResult {
  return html`<span class="badge">
    ${alarmSymbol(alarm.technical ? 'technical' : alarm.priority)}
    ${alarm.by ? texts.tile.acknowledgedBy(alarm.by) : texts.priority[alarm.priority]}
  </span>`;
}

function alarmWords(alarm: AlarmFace): TemplateResult {
  return html`<span class="what" data-testid="alarm-text">${alarm.text}</span>
    ${alarm.others ? html`<span>${texts.tile.more(alarm.others)}</span>` : nothing}
    <span class="running">${alarm.running}</span>`;
}

function foot(face: Face): TemplateResult {
  return html`<div class="foot">
    <span>${face.vital.unit}</span>
    <span class="measure">
      ${face.age ? html`<span class="age">${face.age}</span>` : nothing}
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
    <span><b>${why.short}</b> ${face.silentFor}</span>
    <span>${why.detail}</span>
  </div>`;
}
