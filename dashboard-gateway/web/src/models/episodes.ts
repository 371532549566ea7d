import { ended, isActive, worstFirst } from './alarm-book';
import type { Span } from './history-view';
import type { Alert, Episode } from './protocol';

/** An episode as its newest revision, with the end that an earlier one told. */
export function settled(episode: Episode): Alert {
  const end = episode.revisions?.find(({ state }) => state === 'resolved');
  return end ? ended(episode, end) : episode;
}

/** Of several lists of revisions, the newest of each episode. */
export function newestOf(...lists: readonly (readonly Alert[])[]): Alert[] {
  const newest = new Map<string, Alert>();
  for (const alert of lists.flat()) {
    const known = newest.get(alert.id);
    if (!known || known.revision < alert.revision) newest.set(alert.id, alert);
  }
  return [...newest.values()];
}

/** From when until when an episode lasted; one that lasts still ends now. */
export function spanOfEpisode(alert: Alert, now: number): Span {
  const from = Date.parse(alert.onset);
  return { from, to: alert.state === 'resolved' ? Math.max(from, Date.parse(alert.time)) : now };
}

export function overlaps(alert: Alert, span: Span, now: number): boolean {
  const { from, to } = spanOfEpisode(alert, now);
  return from <= span.to && to >= span.from;
}

/** Active ones first, worst first; then those that ended, the latest first. */
export function activeThenEnded(alerts: readonly Alert[]): { active: Alert[]; ended: Alert[] } {
  const active = alerts.filter(isActive).sort(worstFirst);
  const past = alerts
    .filter((alert) => !isActive(alert))
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
  return { active, ended: past };
}
