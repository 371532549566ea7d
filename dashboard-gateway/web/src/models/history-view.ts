const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** History goes back so far. */
export const LONGEST_MS = 7 * DAY;
const SHORTEST_MS = 10 * SECOND;

export const RANGES = [
  { value: '1h', label: '1 h', lengthMs: HOUR },
  { value: '6h', label: '6 h', lengthMs: 6 * HOUR },
  { value: '24h', label: '24 h', lengthMs: DAY },
  { value: '7d', label: '7 d', lengthMs: LONGEST_MS },
] as const;

/** The piece of history on show: so long, up to a time or, with null, up to now. */
export interface HistoryView {
  readonly lengthMs: number;
  readonly to: number | null;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export const FIRST_VIEW: HistoryView = { lengthMs: HOUR, to: null };

export function spanOf({ lengthMs, to }: HistoryView, now: number): Span {
  const end = to ?? now;
  return { from: end - lengthMs, to: end };
}

/** The view of a span, as far as there is history; one that reaches now goes on with it. */
export function viewOf({ from, to }: Span, now: number): HistoryView {
  const lengthMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, to - from));
  const oldest = now - LONGEST_MS + lengthMs;
  const end = Math.max(oldest, to);
  return { lengthMs, to: end >= now ? null : end };
}

/** Closer with a factor below one, further with one above; the time pointed at stays in place. */
export function zoomed(view: HistoryView, factor: number, atMs: number, now: number): HistoryView {
  const { from, to } = spanOf(view, now);
  const lengthMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (to - from) * factor));
  const part = (atMs - from) / (to - from);
  const start = atMs - part * lengthMs;
  return viewOf({ from: start, to: start + lengthMs }, now);
}

export function panned(view: HistoryView, byMs: number, now: number): HistoryView {
  const { from, to } = spanOf(view, now);
  return viewOf({ from: from + byMs, to: to + byMs }, now);
}

/** The view that an address names. */
export function viewFrom(search: string, now: number): HistoryView {
  const query = new URLSearchParams(search);
  const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
  if (from > 0 && to > from) return viewOf({ from, to }, now);
  const last = 1000 * Number(query.get('last'));
  if (last > 0) return viewOf({ from: now - last, to: now }, now);
  const range = RANGES.find(({ value }) => value === query.get('range'));
  return range ? { lengthMs: range.lengthMs, to: null } : FIRST_VIEW;
}

/** What an address says of a view; null leaves a word out. */
export function queryOf({ lengthMs, to }: HistoryView): Record<string, string | null> {
  const range = rangeOf({ lengthMs, to }) || null;
  const follows = to === null && !range;
  return {
    range,
    last: follows ? String(Math.round(lengthMs / 1000)) : null,
    from: to === null ? null : String(Math.round(to - lengthMs)),
    to: to === null ? null : String(Math.round(to)),
  };
}

/** The range that a view is, or an empty word. */
export function rangeOf({ lengthMs, to }: HistoryView): string {
  if (to !== null) return '';
  return RANGES.find((range) => range.lengthMs === lengthMs)?.value ?? '';
}
