import { heartRate, patients, restless } from './hearts.mjs';

const DAY = 86_400_000;
const LIMIT = 120;

/** The state of the fake: who lies where, what is forced on them, and which alarms there are. */
export class FakeWard {
  constructor(count) {
    this.patients = patients(count);
    this.forced = new Map();
    this.silentSince = new Map();
    this.alarms = new Map();
    this.pauses = new Map();
    this.own = new Map();
  }

  find(id) {
    return this.patients.find((patient) => patient.id === id);
  }

  reading({ id, number }, ms) {
    const silent = this.silentSince.get(id);
    if (silent && ms > silent) return null;
    const forced = this.forced.get(id);
    const value = heartRate(number, ms);
    return forced && ms > forced.since
      ? Math.round(value + (forced.value - value) * Math.min(1, (ms - forced.since) / 8000))
      : value;
  }

  summary(patient, now) {
    const { id, name, ward, bed, priority } = patient;
    const ms = Math.min(now - (now % 1000), this.silentSince.get(id) ?? Infinity);
    const latest = [['heart_rate', ms, this.reading(patient, ms)]];
    return {
      id,
      name,
      ward,
      bed,
      priority,
      latest,
      alerts: this.active(id),
      pause: this.pauses.get(id) ?? null,
    };
  }

  active(id) {
    return [...this.alarms.values()].filter(
      (alert) => alert.patient === id && (alert.state !== 'resolved' || alert.latched),
    );
  }

  pause(id, { seconds, reason }) {
    const now = Date.now();
    const pause = {
      by: 'dr-adams',
      reason,
      at: new Date(now).toISOString(),
      until: new Date(now + 1000 * seconds).toISOString(),
    };
    this.pauses.set(id, pause);
    return pause;
  }

  resume(id) {
    this.pauses.delete(id);
    return null;
  }

  acknowledge(id, note) {
    const alert = [...this.alarms.values()].find((known) => known.id === id);
    if (!alert) return null;
    return this.raise(alert.patient, {
      ...alert,
      state: 'acknowledged',
      by: 'dr-adams',
      note,
      latched: false,
    });
  }

  limitsOf(id, own) {
    if (own) this.own.set(id, { own, at: new Date().toISOString() });
    const known = this.own.get(id);
    const ward = { heart_rate: { high: LIMIT, low: 50, extreme_high: 150, extreme_low: 40 } };
    return { by: known ? 'dr-adams' : null, at: known?.at ?? null, own: known?.own ?? {}, ward };
  }

  /** The restless times of the day that pass a limit, by the ones in force and by others. */
  backtest(patient, { limits, hours }) {
    const now = Date.now();
    const past = this.episodes(patient, now - hours * 3_600_000, now);
    const above = (limit) => past.filter(({ value }) => value > limit);
    return {
      inForce: above(this.limitsOf(patient.id).own.heart_rate?.high ?? LIMIT),
      proposed: above(limits.heart_rate?.high ?? LIMIT),
    };
  }

  points(patient, from, to, wanted) {
    const seconds = Math.max(1, Math.floor((to - from) / 1000));
    const step = Math.max(1000, (1000 * seconds * 2) / wanted);
    const points = [];
    for (let at = Math.ceil(from / 1000) * 1000; at < to; at += step) {
      const bucket = [];
      const stride = Math.max(1000, Math.floor(step / 12000) * 1000);
      for (let ms = at; ms < Math.min(at + step, to); ms += stride) {
        const value = this.reading(patient, ms);
        if (value !== null) bucket.push([ms, value]);
      }
      if (!bucket.length) continue;
      const least = bucket.reduce((a, b) => (b[1] < a[1] ? b : a));
      const most = bucket.reduce((a, b) => (b[1] > a[1] ? b : a));
      points.push(...(least === most ? [least] : [least, most].sort((a, b) => a[0] - b[0])));
    }
    return points;
  }

  raise(
    id,
    {
      rule = 'high',
      priority = 'medium',
      state = 'raised',
      text,
      value = 134,
      limit = LIMIT,
      by = null,
      agoMs = 12_000,
      latched = false,
    },
  ) {
    const technical = rule === 'gap' || rule === 'never_started';
    const now = Date.now();
    const known = this.alarms.get(`${id} ${rule}`);
    const alert = {
      id: `${id}-${rule}`,
      patient: id,
      vital: 'heart_rate',
      rule,
      priority,
      state,
      value,
      limit,
      latched,
      by,
      category: technical ? 'technical' : 'physiological',
      onset: known?.onset ?? new Date(now - agoMs).toISOString(),
      time: new Date(now).toISOString(),
      text:
        text ??
        (technical ? 'No signal' : `HR ${value} ${rule.endsWith('low') ? '<' : '>'} ${limit}`),
      late: false,
      revision: (known?.revision ?? 0) + 1,
      note: null,
    };
    this.alarms.set(`${id} ${rule}`, alert);
    return alert;
  }

  episodes(patient, from, to) {
    const past = [];
    for (let day = from - (from % DAY); day <= to; day += DAY) {
      for (const [i, time] of restless(patient.number, day).entries()) {
        if (time.to < from || time.from > Math.min(to, Date.now() - 60_000) || time.by < 40)
          continue;
        past.push(this.ended(patient, time, `${day}-${i}`));
      }
    }
    const present = [...this.alarms.values()].filter(({ patient: id }) => id === patient.id);
    return [...present, ...past.reverse()];
  }

  ended({ id, number }, { from, to }, key) {
    const value = heartRate(number, (from + to) / 2);
    const priority = value > 145 ? 'high' : 'medium';
    const alert = {
      id: `${id}-${key}`,
      patient: id,
      vital: 'heart_rate',
      rule: 'high',
      category: 'physiological',
      priority,
      state: 'resolved',
      onset: new Date(from + 40_000).toISOString(),
      time: new Date(to - 20_000).toISOString(),
      value,
      limit: priority === 'high' ? 150 : LIMIT,
      text: `HR ${value} > ${priority === 'high' ? 150 : LIMIT}`,
      late: false,
      revision: 2,
      latched: false,
      by: null,
      note: null,
    };
    const raised = {
      ...alert,
      state: 'raised',
      revision: 1,
      time: new Date(from + 50_000).toISOString(),
    };
    return { ...alert, revisions: [raised, alert] };
  }
}
