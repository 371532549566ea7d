import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Priority } from '../models/protocol';

const SHAPES: Record<Priority | 'technical', SVGTemplateResult> = {
  high: svg`<path d="M8 1.5 15.5 14.5H.5Z" />`,
  medium: svg`<path d="M8 .8 15.2 8 8 15.2.8 8Z" />`,
  low: svg`<path d="M1 5.5H15V10.5H1Z" />`,
  technical: svg`<path d="M4.5 1h2v4h3V1h2v4H13v3.2a5 5 0 0 1-4 4.9V16H7v-2.9a5 5 0 0 1-4-4.9V5h1.5Z" />`,
};

/** The shape that says an alarm's priority, or that it is technical, without colour. */
export function alarmSymbol(shape: Priority | 'technical'): TemplateResult {
  return html`<svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
    ${SHAPES[shape]}
  </svg>`;
}

/** Reception as four bars, of which the first so many are full. */
export function receptionBars(full: number): SVGTemplateResult {
  return svg`${[0, 1, 2, 3].map(
    (i) =>
      svg`<rect x=${i * 6} y=${9 - i * 3} width="4" height=${5 + i * 3} rx="0.5" class=${i < full ? 'full' : 'hollow'} />`,
  )}`;
}
