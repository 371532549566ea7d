import { describe, expect, it } from 'vitest';
import { liveness } from '../src/models/liveness';
import { Pipeline } from '../src/models/pipeline';
import { HandClock, NOON } from './fixtures';

function page(lagMs: number) {
  const clock = new HandClock();
  const pipeline = new Pipeline(clock.server);
  pipeline.hear({ watermark: NOON - lagMs, lagMs });
  return { clock, pipeline };
}

describe('liveness', () => {
  it('is how far the pipeline is behind', () => {
    const { clock, pipeline } = page(230);

    expect(
      liveness({ link: 'live', heardAt: 0, quietMs: 1500 }, pipeline, clock.server),
    ).toMatchObject({
      state: 'live',
      words: 'live 0.2 s',
    });
  });

  it('counts up when nothing is heard', () => {
    const { clock, pipeline } = page(230);
    clock.pass(4200);

    expect(
      liveness({ link: 'live', heardAt: 0, quietMs: 1500 }, pipeline, clock.server).words,
    ).toBe('live 4.2 s');
  });

  it('is dead in words when the socket is, or nothing comes through it', () => {
    const { clock, pipeline } = page(9300);

    expect(
      liveness({ link: 'lost', heardAt: 0, quietMs: 1500 }, pipeline, clock.server).words,
    ).toContain('no connection');
    pipeline.hear({ watermark: 0, lagMs: NOON });
    expect(
      liveness({ link: 'live', heardAt: 0, quietMs: 1500 }, pipeline, clock.server).words,
    ).toContain('no readings come through');
  });

  it('is dead when the pipeline is far behind', () => {
    const { clock, pipeline } = page(9300);

    expect(
      liveness({ link: 'live', heardAt: 0, quietMs: 1500 }, pipeline, clock.server),
    ).toMatchObject({
      state: 'dead',
      words: 'Not live: readings are 9.3 s behind',
    });
  });
});
