import type { LatestReading, PatientSummary } from './protocol';
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

  constructor(
    readonly id: string,
    private readonly watchedFrom: number,
  ) {}

  describe(patient: PatientSummary): void {
    this.name = patient.name;
    this.ward = patient.ward;
    this.bed = patient.bed;
    this.priority = patient.priority;
  }

  hear([vital, ms, value]: LatestReading, heardAt: number | null): void {
    this.sign(vital).hear(ms, value, heardAt);
  }

  sign(vital: string): Sign {
    let sign = this.signs.get(vital);
    if (!sign) this.signs.set(vital, (sign = new Sign(this.watchedFrom)));
    return sign;
  }

  /** The vitals that were heard, in the order of preference. */
  get vitals(): Vital[] {
    return VITALS.filter(({ code }) => (this.signs.get(code)?.trace.length ?? 0) > 0);
  }
}
