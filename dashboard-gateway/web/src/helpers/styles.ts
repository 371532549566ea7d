import { type CSSResult, unsafeCSS } from 'lit';
import shared from '../styles/shared.css?inline';

const sharedStyles = unsafeCSS(shared);

/** The styles of an element: what all share, then its own. */
export function styles(own: string): CSSResult[] {
  return [sharedStyles, unsafeCSS(own)];
}
