import { svg } from 'lit';

/** The mark: one heartbeat. */
export const mark = svg`<svg viewBox="0 0 30 20" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">
  <path d="M1.5 11.5h6l4-9 5.5 16 4-9h7.500" />
</svg>`;
