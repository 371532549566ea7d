import { age, alarmTime, runningTime, value } from '../helpers/format';
import { texts } from '../texts';
import type { Bed } from './bed';
import { AGED_MS, type Circumstances, freshness, type Silence } from './freshness';
import type { Alert, Priority } from './protocol';
import { reception } from './reception';
import { HEART_RATE, type Vital } from './vitals';

/** What a tile says at one moment: words and numbers, ready to be drawn. */
export interface Face {
  readonly state: 'live' | 'stale' | 'waiting';
  readonly vital: Vital;
  readonly number: string;
  /** Age of the number where it is worth saying. */
  readonly age: string;
  readonly silence: Silence | '';
  readonly silentFor: string;
  /** 0 to 4, or null where it cannot be told. */
  readonly bars: number | null;
  readonly received: number;
  readonly alarm: AlarmFace | null;
  /** How long the alarms are paused still, or nothing. */
  readonly pausedFor: string;
}

/** The worst alarm of a tile. */
export interface AlarmFace {
  readonly priority: Priority;
  readonly technical: boolean;
  /** Somebody has taken it, or it is over: it is shown steady. */
  readonly steady: boolean;
  /** Nobody took it in time. */
  readonly escalated: boolean;
  readonly text: string;
  readonly running: string;
  readonly by: string;
  readonly others: number;
}

export function faceOf(bed: Bed, alarms: readonly Alert[], at: Circumstances): Face {
  const vital = bed.vitals[0] ?? HEART_RATE;
  const sign = bed.signs.get(vital.code);
  const fresh = freshness(sign, at);
  const received = sign ? reception(sign, at.clock.now()) : null;
  const waiting = !fresh.live && fresh.why === 'never';
  return {
    state: fresh.live ? 'live' : waiting ? 'waiting' : 'stale',
    vital,
    number: fresh.live && sign ? value(sign.value, vital.decimals) : texts.tile.none,
    age: fresh.live && fresh.ageMs > AGED_MS ? age(fresh.ageMs) : '',
    silence: fresh.live ? '' : fresh.why,
    silentFor: fresh.live || waiting ? '' : runningTime(fresh.ageMs),
    bars: received?.bars ?? null,
    received: Math.round(100 * (received?.share ?? 0)),
    alarm: alarmFace(alarms, at.clock.now()),
    pausedFor: pausedFor(bed, at.clock.now()),
  };
}

function alarmFace(alarms: readonly Alert[], now: number): AlarmFace | null {
  const worst = alarms[0];
  if (!worst) return null;
  const over = worst.state === 'resolved';
  const until = over ? Date.parse(worst.time) : now;
  return {
    priority: worst.priority,
    technical: worst.category === 'technical',
    steady: over || worst.state === 'acknowledged',
    escalated: worst.state === 'escalated',
    text: over ? texts.tile.was(worst.text) : worst.text,
    running: alarmTime(until - Date.parse(worst.onset)),
    by: worst.state === 'acknowledged' ? (worst.by ?? '') : '',
    others: alarms.length - 1,
  };
}

function pausedFor(bed: Bed, now: number): string {
  const pause = bed.pauseAt(now);
  return pause ? runningTime(Date.parse(pause.until) - now) : '';
}

/** Whether two faces look different. */
export function differs(a: Face | undefined, b: Face | undefined): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
