import { texts } from '../texts';
import { isActive, isShared } from './alarm-book';
import type { Bed } from './bed';
import type { Alert } from './protocol';

/** Something to be said once to those who listen rather than look. */
export interface Announcement {
  readonly words: string;
  readonly urgency: 'assertive' | 'polite';
}

/** Says each alarm once when it is raised, and once more when nobody came. */
export class Announcements {
  private readonly said = new Set<string>();

  constructor(private readonly bedOf: (patient: string) => Bed | undefined) {}

  of(alert: Alert): Announcement | null {
    const calls = alert.state === 'raised' || alert.state === 'escalated';
    const key = `${alert.id} ${alert.state} ${alert.priority}`;
    const bed = this.bedOf(alert.patient);
    if (!calls || !isActive(alert) || !(bed || isShared(alert)) || this.said.has(key)) return null;
    this.said.add(key);
    const words = texts.announce[alert.state === 'raised' ? 'raised' : 'escalated'];
    return {
      words: words(texts.priority[alert.priority], bed, alert.text),
      urgency: alert.priority === 'high' ? 'assertive' : 'polite',
    };
  }
}
