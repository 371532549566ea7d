import { inLanes } from '../helpers/in-lanes';
import { Api, Problem } from './api';
import type { Bed } from './bed';
import type { Circumstances } from './freshness';
import { Listeners } from './listeners';
import { Pipeline } from './pipeline';
import { ServerClock } from './server-clock';
import { type Link, LiveSocket } from './socket';
import { HEART_RATE } from './vitals';
import { Ward } from './ward';

export const TRACE_MS = 5 * 60_000;

/** More than one a second, so that nothing is left out. */
const FILL_POINTS = 600;
const LANES = 4;
/** Somebody's heart beats every second; without anybody there are heartbeats of the gateway alone. */
const BUSY_QUIET_MS = 1500;
const IDLE_QUIET_MS = 6000;
const LOOK_AGAIN_MS = 30_000;
const LOOK_AGAIN_SOON_MS = 4000;

/** All that is live on this page: the ward, the line to the gateway, and the time. */
export class Live implements Circumstances {
  readonly clock = new ServerClock();
  readonly api = new Api((serverMs) => this.clock.hear(serverMs));
  readonly pipeline = new Pipeline(this.clock);
  readonly ward = new Ward(this.clock);
  readonly socket: LiveSocket;
  /** The session is over: somebody has to sign in again. */
  readonly signedOut = new Listeners();

  loaded: 'loading' | 'loaded' | 'failed' = 'loading';

  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private cutOff = false;
  private readonly filled = new Set<Bed>();

  constructor(socketUrl: string) {
    this.socket = new LiveSocket({ url: socketUrl, ticks: () => this.clock.ticks() });
    this.socket.frames.add((frame) => {
      if (frame.type === 'heartbeat') this.pipeline.hear(frame);
      else if (frame.type === 'gap') this.forgetFilled(frame.patient);
      else this.ward.apply(frame);
    });
    this.socket.changes.add((link) => this.linked(link));
    this.socket.refused.add(
      () => void this.api.me().catch((problem: unknown) => this.ended(problem)),
    );
  }

  get link(): Link {
    return this.socket.link;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.socket.start();
    void this.look();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
    this.socket.stop();
  }

  /** Reads the list of patients, now and again and again. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const patients = await this.api.patients();
      this.loaded = 'loaded';
      this.ward.admit(patients);
      this.socket.follow([...this.ward.beds.keys()]);
      this.socket.quietMs = this.ward.beds.size ? BUSY_QUIET_MS : IDLE_QUIET_MS;
      void this.fillTraces();
    } catch (problem) {
      if (this.ended(problem)) return;
      if (this.loaded === 'loading') this.loaded = 'failed';
      this.ward.changes.tell();
    }
    const soon = this.ward.beds.size === 0;
    if (this.running)
      this.timer = setTimeout(() => void this.look(), soon ? LOOK_AGAIN_SOON_MS : LOOK_AGAIN_MS);
  }

  private linked(link: Link): void {
    if (link === 'lost') this.cutOff = true;
    if (link === 'lost' || !this.cutOff) return;
    this.cutOff = false;
    void this.look();
  }

  /** The minutes before the page was opened, and those that the gateway says it left out. */
  private async fillTraces(): Promise<void> {
    const beds = [...this.ward.beds.values()].filter((bed) => !this.filled.has(bed));
    for (const bed of beds) this.filled.add(bed);
    const to = this.clock.now();
    await inLanes(beds, LANES, async (bed) => {
      const vital = (bed.vitals[0] ?? HEART_RATE).code;
      const query = { vital, from: to - TRACE_MS, to, points: FILL_POINTS };
      const { points } = await this.api.readings(bed.id, query).catch((problem: unknown) => {
        this.filled.delete(bed);
        throw problem;
      });
      for (const [ms, value] of points) bed.sign(vital).hear(ms, value, null);
      bed.changes.tell();
    });
  }

  private forgetFilled(patient: string): void {
    const bed = this.ward.beds.get(patient);
    if (bed) this.filled.delete(bed);
    void this.fillTraces();
  }

  private ended(problem: unknown): boolean {
    if (!(problem instanceof Problem) || problem.status !== 401) return false;
    this.stop();
    this.signedOut.tell();
    return true;
  }
}
