import { beforeEach, describe, expect, it } from 'vitest';
import { type Circumstances, freshness } from '../src/models/freshness';
import { Pipeline } from '../src/models/pipeline';
import { Sign } from '../src/models/sign';
import type { Link } from '../src/models/socket';
import { HandClock, NOON } from './fixtures';

let clock: HandClock;
let pipeline: Pipeline;
let sign: Sign;

function at(link: Link = 'live'): Circumstances {
  return { clock: clock.server, pipeline, link };
}

beforeEach(() => {
  clock = new HandClock();
  pipeline = new Pipeline(clock.server);
  sign = new Sign(NOON);
});

describe('freshness', () => {
  it('is live up to five seconds', () => {
    sign.hear(NOON, 72, 0);
    clock.pass(5000);

    expect(freshness(sign, at())).toEqual({ live: true, ageMs: 5000 });
  });

  it('withdraws the number after five seconds', () => {
    sign.hear(NOON, 72, 0);
    clock.pass(5001);

    expect(freshness(sign, at()).live).toBe(false);
  });

  it('counts from the arrival when the device’s clock is ahead', () => {
    sign.hear(NOON + 30_000, 72, 0);
    clock.pass(6000);

    expect(freshness(sign, at())).toMatchObject({ live: false, ageMs: 6000 });
  });

  it('counts from the event when the reading was long on its way', () => {
    sign.hear(NOON - 8000, 72, 0);

    expect(freshness(sign, at())).toMatchObject({ live: false, ageMs: 8000 });
  });

  it('blames the device only when the pipeline has got beyond the reading', () => {
    sign.hear(NOON, 72, 0);
    clock.pass(6000);
    expect(freshness(sign, at())).toMatchObject({ why: 'unknown' });

    pipeline.hear({ watermark: NOON + 5800, lagMs: 200 });
    expect(freshness(sign, at())).toMatchObject({ why: 'device' });
  });

  it('blames the pipeline when it lags', () => {
    sign.hear(NOON, 72, 0);
    clock.pass(9000);
    pipeline.hear({ watermark: NOON + 500, lagMs: 8500 });

    expect(freshness(sign, at())).toMatchObject({ why: 'pipeline' });
  });

  it('blames the connection when the socket is dead, before all else', () => {
    sign.hear(NOON, 72, 0);
    clock.pass(60_000);

    expect(freshness(sign, at('lost'))).toMatchObject({ why: 'connection', ageMs: 60_000 });
  });

  it('says that nothing ever came', () => {
    expect(freshness(sign, at())).toMatchObject({ live: false, why: 'never' });
    expect(freshness(undefined, at('lost'))).toMatchObject({ live: false, why: 'connection' });
  });

  it('takes a heartbeat without a watermark for no news', () => {
    pipeline.hear({ watermark: null, lagMs: null });

    expect(pipeline.lagging).toBe(false);
    expect(pipeline.watermark).toBeNull();
  });
});
