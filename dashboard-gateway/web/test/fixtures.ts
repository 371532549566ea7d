import type { Alert, PatientSummary } from '../src/models/protocol';
import { ServerClock } from '../src/models/server-clock';

export const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A clock of ours and the server's, moved by hand; both show noon at tick 0. */
export class HandClock {
  ticks = 0;
  readonly server = new ServerClock(
    () => this.ticks,
    () => NOON + this.ticks,
  );

  constructor() {
    this.server.hear(NOON);
  }

  pass(ms: number): void {
    this.ticks += ms;
  }
}

export function alert(changes: Partial<Alert> = {}): Alert {
  return {
    id: 'a-1',
    patient: 'p-0001',
    vital: 'heart_rate',
    rule: 'high',
    category: 'physiological',
    priority: 'medium',
    state: 'raised',
    onset: new Date(NOON - 12_000).toISOString(),
    time: new Date(NOON - 2000).toISOString(),
    value: 134,
    limit: 120,
    text: 'HR 134 > 120',
    late: false,
    revision: 1,
    latched: false,
    by: null,
    note: null,
    ...changes,
  };
}

export function patient(
  id: string,
  bed: string,
  changes: Partial<PatientSummary> = {},
): PatientSummary {
  return {
    id,
    name: `Name of ${id}`,
    ward: 'West',
    bed,
    priority: 'normal',
    latest: [],
    alerts: [],
    ...changes,
  };
}
