import { type Api, Problem } from './api';
import { append, type Columns, columnsOf } from './columns';
import { settled } from './episodes';
import { LONGEST_MS, type Span } from './history-view';
import { Listeners } from './listeners';
import type { Alert } from './protocol';

/** A little less than there is, so that nobody's clock makes it too much. */
const FETCHABLE_MS = LONGEST_MS - 60_000;
const SETTLE_MS = 120;
/** So much more than is on show is fetched on either side, for what comes into sight next. */
const MARGIN = 0.5;
const POINTS_PER_PIXEL = 1.5;
const MOST_POINTS = 6000;
/** Finer than a reading a second there is nothing. */
const FINEST_PIXEL_MS = 1000 * POINTS_PER_PIXEL;
/** Readings that came live are added as they are; after so long they are fetched in proportion again. */
const OLD_MS = 60_000;

/** A piece of history as it was asked for. */
interface Asked extends Span {
  readonly at: number;
  readonly pixelMs: number;
}

/** One vital of one patient over time, fetched as finely as the screen can show it. */
export class History {
  readonly changes = new Listeners();
  columns: Columns = { times: [], values: [] };
  episodes: readonly Alert[] = [];
  /** A part of it could not be read. */
  partial = false;
  state: 'loading' | 'loaded' | 'failed' = 'loading';

  private asked: Asked | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;

  constructor(
    private readonly api: Api,
    private readonly patient: string,
    private readonly vital: string,
  ) {}

  /** Sees to it that a span is there, so many pixels wide. */
  show(span: Span, width: number, now: number): void {
    if (width < 1 || this.covers(span, width, now)) return;
    const settle = this.asked ? SETTLE_MS : 0;
    const margin = MARGIN * (span.to - span.from);
    const from = Math.max(now - FETCHABLE_MS, span.from - margin);
    const to = Math.min(now, span.to + margin);
    this.asked = { from, to, at: now, pixelMs: (span.to - span.from) / width };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), settle);
  }

  retry(): void {
    void this.load();
  }

  hear(ms: number, value: number): void {
    if (this.state === 'loaded' && append(this.columns, ms, value)) this.changes.tell();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  private covers(span: Span, width: number, now: number): boolean {
    if (!this.asked) return false;
    const { from, to, at, pixelMs } = this.asked;
    const fineness = (span.to - span.from) / width / pixelMs;
    const fineEnough = fineness > 0.8 || pixelMs <= FINEST_PIXEL_MS;
    // Before the oldest reading there is nothing to be fetched, and what comes now comes live.
    const fromThere = from <= span.from || from <= at - FETCHABLE_MS;
    const toThere = to >= span.to || (span.to >= now && to === at && now - at < OLD_MS);
    return fineEnough && fineness < 2.5 && fromThere && toThere;
  }

  private async load(): Promise<void> {
    if (!this.asked) return;
    const { from, to, pixelMs } = this.asked;
    const points = Math.min(MOST_POINTS, Math.ceil((POINTS_PER_PIXEL * (to - from)) / pixelMs));
    this.request?.abort();
    const { signal } = (this.request = new AbortController());
    this.tell('loading');
    try {
      const [history, episodes] = await Promise.all([
        this.api.readings(this.patient, { vital: this.vital, from, to, points }, signal),
        // A picture without its bands is better than none.
        this.api.episodes(this.patient, from, to, signal).catch(() => null),
      ]);
      this.columns = columnsOf(history.points, to - from, points);
      this.partial = history.partial === true;
      if (episodes) this.episodes = episodes.map(settled);
      this.tell('loaded');
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof Problem)) throw problem;
      this.tell('failed');
    }
  }

  private tell(state: History['state']): void {
    this.state = state;
    this.changes.tell();
  }
}
