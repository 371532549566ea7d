import { Trace } from './trace';

/** One vital of one patient: the newest reading and the minutes before it. */
export class Sign {
  readonly trace = new Trace();
  ms = -Infinity;
  value = NaN;
  /** When the newest reading came, in ticks; null where it came from a snapshot. */
  heardAt: number | null = null;

  constructor(
    /** Since when this page has listened, in epoch milliseconds. */
    readonly watchedFrom: number,
  ) {}

  /** A reading as it comes: live with the ticks at which it was heard, from a snapshot with null. */
  hear(ms: number, value: number, heardAt: number | null): void {
    this.trace.add(ms, value);
    if (ms <= this.ms) return;
    this.ms = ms;
    this.value = value;
    this.heardAt = heardAt;
  }
}
