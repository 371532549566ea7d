import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame } from '../src/models/frames';
import { type Link, LiveSocket, type Wire } from '../src/models/socket';

/** A wire whose far end is the test. */
class FakeWire implements Wire {
  onmessage: Wire['onmessage'] = null;
  onclose: Wire['onclose'] = null;
  readonly sent: unknown[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }

  welcome(): void {
    this.say({ type: 'welcome', session: 's', heartbeatSeconds: 5 });
  }

  end(): void {
    this.onclose?.({} as CloseEvent);
  }
}

let wires: FakeWire[];
let socket: LiveSocket;
let links: Link[];
let frames: Frame[];

const last = (): FakeWire => wires.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  wires = [];
  links = [];
  frames = [];
  socket = new LiveSocket({
    url: 'ws://gateway/ws/v1',
    open: () => (wires.push(new FakeWire()), last()),
    ticks: () => Date.now(),
    random: () => 1,
  });
  socket.changes.add((link) => links.push(link));
  socket.frames.add((frame) => frames.push(frame));
  socket.start();
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
});

describe('the socket', () => {
  it('follows whoever is wanted once it is welcome', () => {
    socket.follow(['p-1', 'p-2']);
    expect(last().sent).toEqual([]);

    last().welcome();

    expect(socket.link).toBe('live');
    expect(last().sent).toEqual([{ type: 'follow', patients: ['p-1', 'p-2'] }]);
  });

  it('follows those who come and leaves those who go', () => {
    socket.follow(['p-1', 'p-2']);
    last().welcome();

    socket.follow(['p-2', 'p-3']);

    expect(last().sent.slice(1)).toEqual([
      { type: 'unfollow', patients: ['p-1'] },
      { type: 'follow', patients: ['p-3'] },
    ]);
  });

  it('hands on frames that it knows and passes over all else', () => {
    last().welcome();
    last().say({ type: 'news', from: 'the future' });
    last().onmessage?.({ data: 'not JSON' } as MessageEvent);
    last().say({ type: 'heartbeat', cursor: 'c', watermark: 1, lagMs: 2 });

    expect(frames.map(({ type }) => type)).toEqual(['welcome', 'heartbeat']);
  });

  it('comes back and goes on at its cursor', () => {
    socket.follow(['p-1']);
    last().welcome();
    last().say({ type: 'readings', cursor: 'c-7', readings: [] });

    last().end();
    expect(socket.link).toBe('lost');
    vi.advanceTimersByTime(400);
    last().welcome();

    expect(wires).toHaveLength(2);
    expect(links).toEqual(['live', 'lost', 'live']);
    expect(last().sent).toEqual([{ type: 'follow', patients: ['p-1'], resume: 'c-7' }]);
  });

  it('waits longer each time, but never more than three seconds', () => {
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const ended = Date.now();
      last().end();
      const count = wires.length;
      while (wires.length === count) vi.advanceTimersByTime(10);
      waits.push(Date.now() - ended);
    }

    expect(waits).toEqual([400, 640, 1030, 1640, 2630, 3000, 3000]);
  });

  it('takes a line for dead on which nothing is heard for one and a half heartbeats', () => {
    last().welcome();
    const first = last();

    vi.advanceTimersByTime(7500);
    expect(socket.link).toBe('live');
    vi.advanceTimersByTime(500);

    expect(socket.link).toBe('lost');
    expect(first.closed).toBe(true);
  });

  it('takes any frame for a sign of life', () => {
    last().welcome();
    for (let i = 0; i < 5; i++) {
      vi.advanceTimersByTime(5000);
      last().say({ type: 'heartbeat', cursor: 'c', watermark: 1, lagMs: 2 });
    }

    expect(socket.link).toBe('live');
  });

  it('gives a handshake five seconds', () => {
    vi.advanceTimersByTime(5500);

    expect(wires[0]!.closed).toBe(true);
    expect(socket.link).toBe('lost');
  });

  it('tells when it is refused before the welcome, so that one can ask for the session', () => {
    let refused = 0;
    socket.refused.add(() => refused++);

    last().end();
    expect(refused).toBe(1);

    vi.advanceTimersByTime(400);
    last().welcome();
    last().end();
    expect(refused).toBe(1);
  });

  it('tries at once when it is told to hurry', () => {
    last().welcome();
    last().end();

    socket.hurry();

    expect(wires).toHaveLength(2);
  });

  it('stays away when it is stopped', () => {
    last().welcome();
    socket.stop();
    vi.advanceTimersByTime(60_000);

    expect(wires).toHaveLength(1);
    expect(wires[0]!.closed).toBe(true);
  });
});
