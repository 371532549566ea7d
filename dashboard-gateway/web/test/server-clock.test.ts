import { describe, expect, it } from 'vitest';
import { ServerClock } from '../src/models/server-clock';

describe('the server clock', () => {
  it('is this machine’s own until the server was heard', () => {
    const clock = new ServerClock(
      () => 5,
      () => 1000,
    );

    expect(clock.now()).toBe(1000);
  });

  it('goes on by ticks, whatever the wall clock does', () => {
    let ticks = 100;
    let wall = 0;
    const clock = new ServerClock(
      () => ticks,
      () => wall,
    );
    clock.hear(50_000);

    ticks += 250;
    wall += 3_600_000;

    expect(clock.now()).toBe(50_250);
  });

  it('trusts what travelled fastest', () => {
    let ticks = 0;
    const clock = new ServerClock(() => ticks);
    clock.hear(10_000);

    ticks = 1000;
    clock.hear(10_600); // 400 ms on its way

    expect(clock.now()).toBe(11_000);
  });

  it('forgets a time after a minute of heartbeats, so that it follows a server set back', () => {
    let ticks = 0;
    const clock = new ServerClock(() => ticks);
    clock.hear(100_000);

    for (let i = 1; i <= 12; i++) {
      ticks = 5000 * i;
      clock.hear(40_000 + ticks);
    }

    expect(clock.now()).toBe(100_000);
  });

  it('passes over what is no time', () => {
    const clock = new ServerClock(
      () => 0,
      () => 7,
    );
    clock.hear(NaN);

    expect(clock.now()).toBe(7);
  });
});
