/** What the gateway says, over REST and over the socket. Unknown members are passed over. */

export type Priority = 'high' | 'medium' | 'low';
export type AlertState = 'raised' | 'escalated' | 'acknowledged' | 'resolved';

/** One revision of an episode. */
export interface Alert {
  readonly id: string;
  readonly patient: string;
  readonly vital: string | null;
  readonly rule: string;
  readonly category: 'physiological' | 'technical';
  readonly priority: Priority;
  readonly state: AlertState;
  readonly onset: string;
  readonly time: string;
  readonly value: number | null;
  readonly limit: number | null;
  readonly text: string;
  readonly late: boolean;
  readonly revision: number;
  readonly latched?: boolean;
  readonly by: string | null;
  readonly note: string | null;
  /** The patients of an alert about no single one, as far as this person may know them. */
  readonly members?: readonly string[];
}

/** The newest revision of an episode with those that led to it. */
export interface Episode extends Alert {
  readonly revisions?: readonly Alert[];
}

/** A pause of a patient's alarms that lasts. */
export interface Pause {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly until: string;
}

export const LIMIT_NAMES = ['extreme_high', 'high', 'low', 'extreme_low'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];
export type VitalLimits = Partial<Record<LimitName, number>>;
export type LimitsByVital = Record<string, VitalLimits>;

/** The limits in force, and whose they are; each vital's are a member of their own as well. */
export interface LimitsInForce {
  readonly by: string | null;
  readonly at: string | null;
  readonly own: LimitsByVital;
  readonly ward: LimitsByVital;
}

/** What limits would have given on the history: alarms as they would have been told. */
export interface Backtest {
  readonly inForce: readonly Alert[];
  readonly proposed: readonly Alert[];
}

export type LatestReading = readonly [vital: string, ms: number, value: number];
export type LiveReading = readonly [patient: string, vital: string, ms: number, value: number];

export interface PatientSummary {
  readonly id: string;
  readonly name: string;
  readonly ward: string;
  readonly bed: string;
  readonly priority: 'high' | 'normal';
  readonly latest: readonly LatestReading[];
  readonly alerts: readonly Alert[];
  readonly pause?: Pause | null;
}

export interface Person {
  readonly username: string;
  readonly name: string;
  readonly role: 'admin' | 'doctor' | 'patient';
  readonly patient?: string | null;
}

export interface History {
  /** A store did not answer in time: there may be more than this. */
  readonly partial?: boolean;
  readonly points: readonly (readonly [ms: number, value: number])[];
}
