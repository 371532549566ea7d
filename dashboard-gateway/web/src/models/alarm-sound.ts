import type { Alert, Priority } from './protocol';

/** How long after a burst the next begins, by priority; the silence between bursts tells them apart too. */
const EVERY_MS: Record<Priority, number> = { high: 7000, medium: 15_000, low: 30_000 };
const RANK: Record<Priority, number> = { high: 0, medium: 1, low: 2 };
/** Sound can be muted for so long and no longer. */
export const MUTE_MS = 120_000;

/** Whether an alarm is to be heard: it calls for somebody, and its patient's pause does not hold it back. */
export function sounds(alert: Alert, paused: boolean): boolean {
  const calls = alert.state === 'raised' || alert.state === 'escalated';
  return calls && !alert.late && (alert.priority === 'high' || !paused);
}

/** Decides when which alarm is heard. It knows no loudspeaker, and is asked again and again. */
export class AlarmSound {
  private mutedUntil = -Infinity;
  private last: { priority: Priority; at: number } | null = null;

  constructor(private readonly ticks: () => number) {}

  mute(): void {
    this.mutedUntil = this.ticks() + MUTE_MS;
  }

  unmute(): void {
    this.mutedUntil = -Infinity;
  }

  /** How long it is muted still; 0 if it is not. */
  get mutedMs(): number {
    return Math.max(0, this.mutedUntil - this.ticks());
  }

  /** The priority whose burst is to begin now, or null. A worse alarm does not wait for the next turn. */
  due(alarms: readonly Alert[]): Priority | null {
    const worst = alarms
      .map(({ priority }) => priority)
      .sort((a, b) => RANK[a] - RANK[b])
      .at(0);
    if (!worst) this.last = null;
    if (!worst || this.mutedMs > 0) return null;
    const now = this.ticks();
    const { last } = this;
    const worse = last && RANK[worst] < RANK[last.priority];
    if (last && !worse && now - last.at < EVERY_MS[worst]) return null;
    this.last = { priority: worst, at: now };
    return worst;
  }
}
