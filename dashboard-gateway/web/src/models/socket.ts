import { backoff } from './backoff';
import { type Frame, parseFrame } from './frames';
import { Listeners } from './listeners';

const HANDSHAKE_MS = 5000;
const CHECK_MS = 500;

/** The part of a browser's WebSocket that is used here. */
export interface Wire {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(text: string): void;
  close(): void;
}

/** `joining` is the first try; when that or a later one ends it is `lost` until the next welcome. */
export type Link = 'joining' | 'live' | 'lost';

export interface SocketOptions {
  url: string;
  open?: (url: string) => Wire;
  ticks?: () => number;
  random?: () => number;
}

/** The line to the gateway: opens, listens, notices when it is dead, and comes back by itself. */
export class LiveSocket {
  readonly frames = new Listeners<Frame>();
  readonly changes = new Listeners<Link>();
  /** A connection ended before its welcome: perhaps the session is over. */
  readonly refused = new Listeners();

  link: Link = 'joining';
  /** When the link got into its present state, in ticks. */
  since: number;

  private wire: Wire | null = null;
  private attempt = 0;
  /** How long nothing may be heard on a line that is well; set by those who know what to expect. */
  quietMs = 6000;
  /** When anything was last heard, in ticks. */
  heardAt = 0;
  private patienceMs = HANDSHAKE_MS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private check: ReturnType<typeof setInterval> | undefined;
  private wanted: readonly string[] = [];
  private cursor: string | undefined;
  private readonly ticks: () => number;

  constructor(private readonly options: SocketOptions) {
    this.ticks = options.ticks ?? (() => performance.now());
    this.since = this.ticks();
  }

  start(): void {
    this.check ??= setInterval(() => this.watchSilence(), CHECK_MS);
    if (!this.wire) this.connect();
  }

  stop(): void {
    clearInterval(this.check);
    clearTimeout(this.retry);
    this.check = undefined;
    this.drop();
  }

  /** The whole of what is wanted from now on; what was wanted before and is not any more is left. */
  follow(patients: readonly string[]): void {
    const added = patients.filter((id) => !this.wanted.includes(id));
    const left = this.wanted.filter((id) => !patients.includes(id));
    this.wanted = [...patients];
    if (this.link !== 'live') return;
    if (left.length) this.send({ type: 'unfollow', patients: left });
    if (added.length) this.send({ type: 'follow', patients: added });
  }

  /** Tries at once, for example because the network has come back. */
  hurry(): void {
    if (this.wire || !this.check) return;
    clearTimeout(this.retry);
    this.connect();
  }

  private connect(): void {
    const open = this.options.open ?? ((url: string): Wire => new WebSocket(url));
    const wire = open(this.options.url);
    this.wire = wire;
    this.heardAt = this.ticks();
    this.patienceMs = HANDSHAKE_MS;
    wire.onmessage = (event) => this.hear(String(event.data));
    wire.onclose = () => this.lose();
  }

  private hear(text: string): void {
    this.heardAt = this.ticks();
    const frame = parseFrame(text);
    if (!frame) return;
    if ('cursor' in frame && frame.cursor) this.cursor = frame.cursor;
    if (frame.type === 'welcome') this.welcome(frame.heartbeatSeconds);
    this.frames.tell(frame);
  }

  private welcome(heartbeatSeconds: number): void {
    this.patienceMs = heartbeatSeconds * 1500;
    this.attempt = 0;
    this.enter('live');
    if (this.wanted.length) this.send({ type: 'follow', patients: this.wanted, ...this.resume() });
  }

  private lose(): void {
    const welcomed = this.link === 'live';
    this.drop();
    if (!welcomed) this.refused.tell();
    if (this.link !== 'lost') this.enter('lost');
    if (!this.check) return;
    this.retry = setTimeout(() => this.connect(), backoff(this.attempt++, this.options.random));
  }

  private watchSilence(): void {
    if (this.wire && this.ticks() - this.heardAt > this.patienceMs) this.lose();
  }

  private drop(): void {
    if (!this.wire) return;
    this.wire.onmessage = this.wire.onclose = null;
    this.wire.close();
    this.wire = null;
  }

  private enter(link: Link): void {
    this.link = link;
    this.since = this.ticks();
    this.changes.tell(link);
  }

  private resume(): { resume?: string } {
    return this.cursor ? { resume: this.cursor } : {};
  }

  private send(message: { type: string; patients: readonly string[]; resume?: string }): void {
    this.wire?.send(JSON.stringify(message));
  }
}
