import { describe, expect, it } from 'vitest';
import { MalformedBlock } from '../src/models/bits';
import { decodeBlock, readingsOf } from '../src/models/blocks';
// What the Java encoder made; its own tests hold it to the same file.
import VECTORS from '../../../common-schema/src/test/resources/block/vectors.json';

type Vector = (typeof VECTORS)[number];

const pointsOf = ({ times, values }: Vector) => times.map((ms, i) => [ms, values[i]! / 100]);
const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));

describe('a block', () => {
  it.each(VECTORS)('gives back $name', (vector) => {
    expect(decodeBlock(bytesOf(vector.block))).toEqual(pointsOf(vector));
  });

  it.each(VECTORS)('is refused where it is damaged: $name', ({ block }) => {
    const whole = bytesOf(block);
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const damaged = whole.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => decodeBlock(damaged)).toThrow(MalformedBlock);
    }
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeBlock(whole.slice(0, length))).toThrow(MalformedBlock);
    }
  });
});

describe('blocks on the wire', () => {
  const framed = VECTORS.slice(0, 3).flatMap(({ block }) => {
    const bytes = [...bytesOf(block)];
    return [0, 0, bytes.length >> 8, bytes.length & 255, ...bytes];
  });

  it('follow one another', () => {
    expect(readingsOf(Uint8Array.from(framed).buffer)).toEqual(
      VECTORS.slice(0, 3).flatMap(pointsOf),
    );
    expect(readingsOf(new ArrayBuffer(0))).toEqual([]);
  });

  it('are refused where one is cut short', () => {
    expect(() => readingsOf(Uint8Array.from(framed.slice(0, -1)).buffer)).toThrow(MalformedBlock);
    expect(() => readingsOf(new ArrayBuffer(3))).toThrow(MalformedBlock);
  });
});
