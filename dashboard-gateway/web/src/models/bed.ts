import type { LatestReading, PatientSummary, Pause } from './protocol';
import { Listeners } from './listeners';
import { Sign } from './sign';
import { VITALS, type Vital } from './vitals';

/** A patient in a bed, with all that is known live. */
export class Bed {
  readonly changes = new Listeners();
  readonly signs = new Map<string, Sign>();
  name = '';
  ward = '';
  bed = '';
  priority: PatientSummary['priority'] = 'normal';
  pause: Pause | null = null;
  /** Somebody has changed the limits; those who show them ask anew. */
  readonly limitChanges = new Listeners();

  constructor(
    readonly id: string,
    private readonly watchedFrom: number,
  ) {}

  describe(patient: PatientSummary): void {
    this.name = patient.name;
    this.ward = patient.ward;
    this.bed = patient.bed;
    this.priority = patient.priority;
    this.pause = patient.pause ?? null;
  }

  hear([vital, ms, value]: LatestReading, heardAt: number | null): void {
    this.sign(vital).hear(ms, value, heardAt);
  }

  sign(vital: string): Sign {
    let sign = this.signs.get(vital);
    if (!sign) this.signs.set(vital, (sign = new Sign(this.watchedFrom)));
    return sign;
  }

  /** The pause that lasts at this time, or null. */
  pauseAt(now: number): Pause | null {
    return this.pause && Date.parse(this.pause.until) > now ? this.pause : null;
  }

  /** The vitals that were heard, in the order of preference. */
  get vitals(): Vital[] {
    return VITALS.filter(({ code }) => (this.signs.get(code)?.trace.length ?? 0) > 0);
  }
}
