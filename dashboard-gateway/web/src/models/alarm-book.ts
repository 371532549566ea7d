import { Listeners } from './listeners';
import type { Alert, Priority } from './protocol';

/** More than anybody looks back at on a live page; the history of a patient has them all. */
const REMEMBERED = 2000;
const RANK: Record<Priority, number> = { high: 0, medium: 1, low: 2 };

/** Whether an episode is to be shown as an alarm of the present. */
export function isActive(alert: Alert): boolean {
  return !alert.late && (alert.state !== 'resolved' || alert.latched === true);
}

/** Whether nobody has taken it yet, be it over or not. */
export function calls(alert: Alert): boolean {
  return isActive(alert) && alert.state !== 'acknowledged';
}

/** Worst first: by priority, then what nobody has taken, then the newest. */
export function worstFirst(a: Alert, b: Alert): number {
  return (
    RANK[a.priority] - RANK[b.priority] ||
    Number(isTaken(a)) - Number(isTaken(b)) ||
    Date.parse(b.onset) - Date.parse(a.onset) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** An alarm ended when it was over, whoever has seen it since and however that was told. */
export function ended(alert: Alert, before: Alert): Alert {
  return alert.state === 'acknowledged' || alert.state === 'resolved'
    ? { ...alert, state: 'resolved', time: before.time }
    : alert;
}

function isTaken(alert: Alert): boolean {
  return alert.state === 'acknowledged' || alert.state === 'resolved';
}

/** The newest revision of each episode that this page has heard of. */
export class AlarmBook {
  /** A revision that was not known before. */
  readonly changes = new Listeners<Alert>();
  private readonly episodes = new Map<string, Alert>();

  /** Takes a revision; false if it, or a later one, is known. */
  hear(alert: Alert): boolean {
    const known = this.episodes.get(alert.id);
    if (known && known.revision >= alert.revision) return false;
    this.episodes.set(alert.id, known?.state === 'resolved' ? ended(alert, known) : alert);
    if (this.episodes.size > REMEMBERED) this.forgetOldestEnded();
    this.changes.tell(alert);
    return true;
  }

  /** What is active for a patient, in full: an episode of ours that is not among it has ended. */
  replace(patient: string, alerts: readonly Alert[]): void {
    const present = new Set(alerts.map(({ id }) => id));
    for (const alert of this.active(patient)) {
      if (!present.has(alert.id)) this.end(alert);
    }
    for (const alert of alerts) this.hear(alert);
  }

  /** Its end was not heard; the revision that tells it will still be taken. */
  private end(alert: Alert): void {
    const over: Alert = { ...alert, state: 'resolved', latched: false };
    this.episodes.set(alert.id, over);
    this.changes.tell(over);
  }

  forget(patient: string): void {
    for (const alert of [...this.episodes.values()]) {
      if (alert.patient === patient) this.episodes.delete(alert.id);
    }
  }

  private forgetOldestEnded(): void {
    for (const alert of this.episodes.values()) {
      if (!isActive(alert)) return void this.episodes.delete(alert.id);
    }
  }

  /** What is active, worst first, of one patient or of all. */
  active(patient?: string): Alert[] {
    return [...this.episodes.values()]
      .filter((alert) => isActive(alert) && (!patient || alert.patient === patient))
      .sort(worstFirst);
  }

  /** Everything known of a patient, or of all. */
  all(patient?: string): Alert[] {
    return [...this.episodes.values()].filter((alert) => !patient || alert.patient === patient);
  }

  counts(): Record<Priority, number> {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const alert of this.episodes.values()) if (isActive(alert)) counts[alert.priority]++;
    return counts;
  }
}
