import { describe, expect, it } from 'vitest';
import { reception } from '../src/models/reception';
import { Sign } from '../src/models/sign';
import { NOON } from './fixtures';

function heard(every: (second: number) => boolean): Sign {
  const sign = new Sign(NOON - 300_000);
  for (let second = -120; second < 0; second++) {
    if (every(second)) sign.hear(NOON + 1000 * second, 70, null);
  }
  return sign;
}

describe('reception', () => {
  it('is full when everything came', () => {
    expect(
      reception(
        heard(() => true),
        NOON,
      ),
    ).toEqual({ share: 1, bars: 4 });
  });

  it('is two bars when two of three came', () => {
    expect(
      reception(
        heard((second) => second % 3 !== 0),
        NOON,
      )?.bars,
    ).toBe(2);
  });

  it('is none when nothing came', () => {
    expect(
      reception(
        heard(() => false),
        NOON,
      ),
    ).toEqual({ share: 0, bars: 0 });
  });

  it('cannot be told in the first ten seconds', () => {
    expect(reception(new Sign(NOON - 5000), NOON)).toBeNull();
  });
});
