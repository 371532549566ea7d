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

/** Whether it is about no single patient: Vigil, or a ward or a gateway that is silent as a whole. */
export function isShared(alert: Alert): boolean {
  return alert.patient === 'vigil' || alert.patient.includes('/');
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
    this.settle(alerts, (alert) => alert.patient === patient);
  }

  /** What is active about no single patient, in full. */
  replaceShared(alerts: readonly Alert[]): void {
    this.settle(alerts, isShared);
  }

  private settle(alerts: readonly Alert[], concerns: (alert: Alert) => boolean): void {
    const present = new Set(alerts.map(({ id }) => id));
    for (const alert of [...this.episodes.values()]) {
      if (concerns(alert) && isActive(alert) && !present.has(alert.id)) this.end(alert);
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

  /**
   * What is active, worst first, of one patient or of all; but no gaps of those whose ward or gateway is
   * silent as a whole, which is one alarm for all of them.
   */
  active(patient?: string): Alert[] {
    const folded = this.silentAsAWhole();
    return [...this.episodes.values()]
      .filter((alert) => isActive(alert) && (!patient || alert.patient === patient))
      .filter((alert) => alert.rule !== 'gap' || !folded.has(alert.patient))
      .sort(worstFirst);
  }

  /** The patients whose gaps are no alarms of their own. */
  silentAsAWhole(): ReadonlySet<string> {
    const members = new Set<string>();
    for (const alert of this.episodes.values()) {
      if (isActive(alert)) for (const member of alert.members ?? []) members.add(member);
    }
    return members;
  }

  /** What is active about no single patient, worst first. */
  shared(): Alert[] {
    return this.active().filter(isShared);
  }

  /** Everything known of a patient, or of all. */
  all(patient?: string): Alert[] {
    return [...this.episodes.values()].filter((alert) => !patient || alert.patient === patient);
  }

  counts(): Record<Priority, number> {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const { priority } of this.active()) counts[priority]++;
    return counts;
  }
}
