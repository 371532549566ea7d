import type { Alert, LatestReading, LiveReading, Pause } from './protocol';

/** What one message of the socket can be. */
export type Frame =
  | { type: 'welcome'; session: string; heartbeatSeconds: number }
  | Snapshot
  | { type: 'readings'; readings: readonly LiveReading[]; cursor?: string }
  | { type: 'alert'; alert: Alert; cursor?: string }
  | { type: 'pause'; patient: string; pause: Pause | null }
  | { type: 'limits'; patient: string; by: string; at: string }
  | { type: 'gap'; patient: string; from: number; to: number; reason: string }
  | { type: 'heartbeat'; watermark: number | null; lagMs: number | null; cursor?: string }
  | { type: 'revoked'; patients: readonly string[] }
  | { type: 'error'; code: string; detail: string };

export interface Snapshot {
  readonly type: 'snapshot';
  readonly patients: readonly PatientState[];
  /** What is active about no single patient. */
  readonly alerts?: readonly Alert[];
  readonly cursor?: string;
}

export interface PatientState {
  readonly id: string;
  readonly latest: readonly LatestReading[];
  readonly alerts: readonly Alert[];
  readonly pause?: Pause | null;
}

const KNOWN = new Set<string>([
  'welcome',
  'snapshot',
  'readings',
  'alert',
  'pause',
  'limits',
  'gap',
  'heartbeat',
  'revoked',
  'error',
] satisfies Frame['type'][]);

/** The frame in a message, or null where this version does not know its type. */
export function parseFrame(text: string): Frame | null {
  try {
    const frame = JSON.parse(text) as { type?: unknown } | null;
    return typeof frame?.type === 'string' && KNOWN.has(frame.type) ? (frame as Frame) : null;
  } catch {
    return null;
  }
}
