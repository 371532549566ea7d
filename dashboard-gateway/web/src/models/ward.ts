import { AlarmBook } from './alarm-book';
import { Bed } from './bed';
import type { Frame, PatientState, Snapshot } from './frames';
import { Listeners } from './listeners';
import type { PatientSummary, Pause } from './protocol';
import type { ServerClock } from './server-clock';

/** All patients that this person may see, kept up to date by the frames of the socket. */
export class Ward {
  readonly beds = new Map<string, Bed>();
  readonly alarms = new AlarmBook();
  /** Somebody came, went or was changed. */
  readonly changes = new Listeners();

  constructor(private readonly clock: ServerClock) {
    this.alarms.changes.add(({ patient, members }) => {
      for (const id of members ?? [patient]) this.beds.get(id)?.changes.tell();
    });
  }

  /**
   * The list of patients as REST has it, in full. Its alarms may be older than what the socket has told
   * since it was asked for, so that they add to what is known and end nothing.
   */
  admit(patients: readonly PatientSummary[]): void {
    const present = new Set(patients.map(({ id }) => id));
    for (const id of [...this.beds.keys()]) if (!present.has(id)) this.leave(id);
    for (const patient of patients) {
      const bed = this.bed(patient.id);
      bed.describe(patient);
      for (const reading of patient.latest) bed.hear(reading, null);
      for (const alert of patient.alerts) this.alarms.hear(alert);
    }
    this.changes.tell();
  }

  apply(frame: Frame): void {
    if (frame.type === 'readings') this.readings(frame.readings);
    else if (frame.type === 'alert') this.alarms.hear(frame.alert);
    else if (frame.type === 'snapshot') this.snapshot(frame);
    else if (frame.type === 'pause') this.pause(frame.patient, frame.pause);
    else if (frame.type === 'limits') this.beds.get(frame.patient)?.limitChanges.tell();
    else if (frame.type === 'revoked') this.revoke(frame.patients);
  }

  private readings(readings: Extract<Frame, { type: 'readings' }>['readings']): void {
    const heardAt = this.clock.ticks();
    const touched = new Set<Bed>();
    for (const [patient, vital, ms, value] of readings) {
      const bed = this.beds.get(patient);
      if (!bed) continue;
      bed.hear([vital, ms, value], heardAt);
      touched.add(bed);
    }
    for (const bed of touched) bed.changes.tell();
  }

  private snapshot({ patients, alerts }: Snapshot): void {
    if (alerts) this.alarms.replaceShared(alerts);
    patients.forEach((patient) => this.state(patient));
  }

  private state(patient: PatientState): void {
    const bed = this.beds.get(patient.id);
    if (!bed) return;
    for (const reading of patient.latest) bed.hear(reading, null);
    if (patient.pause !== undefined) bed.pause = patient.pause;
    this.alarms.replace(patient.id, patient.alerts);
    bed.changes.tell();
  }

  /** Somebody paused a patient's alarms, or ended that. */
  pause(patient: string, pause: Pause | null): void {
    const bed = this.beds.get(patient);
    if (!bed) return;
    bed.pause = pause;
    bed.changes.tell();
  }

  private revoke(patients: readonly string[]): void {
    patients.forEach((id) => this.leave(id));
    this.changes.tell();
  }

  private leave(id: string): void {
    this.beds.delete(id);
    this.alarms.forget(id);
  }

  private bed(id: string): Bed {
    let bed = this.beds.get(id);
    if (!bed) this.beds.set(id, (bed = new Bed(id, this.clock.now())));
    return bed;
  }
}
