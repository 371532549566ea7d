import { Listeners } from '../models/listeners';
import { storeChoice } from './choice';

export type Theme = 'dark' | 'light';

/** Told after the theme has changed: canvases have to be drawn anew. */
export const themeChanges = new Listeners<Theme>();

export function theme(): Theme {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  storeChoice('theme', theme);
  themeChanges.tell(theme);
}

/** The value of a colour token. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
