import { type Bits, Bytes, MalformedBlock, unzigzag } from './bits';
import { crc32c } from './crc32c';
import {
  contextAfter,
  ESCAPE,
  extraBitsOf,
  leastOf,
  MAX_BITS,
  OPPOSITE,
  rangeOf,
  RUNS,
  START,
  STEP_CODES,
} from './step-codes';

type Point = [ms: number, value: number];

const VERSION = 2;
const VALUES_FOLLOW = 2;
const OPEN = 1;
const CHECKSUM_BYTES = 4;
const MOST_READINGS = 1 << 20;

interface Column {
  readonly first: number;
  readonly unit: number;
  readonly step: number;
  /** Whether the step before is expected, or always the first one. */
  readonly follows: boolean;
  readonly code: number;
}

/** The readings of blocks that follow one another, each after its length. */
export function readingsOf(body: ArrayBuffer): Point[] {
  const points: Point[] = [];
  const view = new DataView(body);
  for (let at = 0; at < body.byteLength;) {
    const length = at + 4 <= body.byteLength ? view.getUint32(at) : Infinity;
    if (at + 4 + length > body.byteLength) throw new MalformedBlock('shorter than its blocks');
    for (const point of decodeBlock(new Uint8Array(body, at + 4, length))) points.push(point);
    at += 4 + length;
  }
  return points;
}

/** The readings of a block; docs/formats/block.md says how they lie in it. */
export function decodeBlock(block: Uint8Array): Point[] {
  const bytes = verified(block);
  if (bytes.byte() !== VERSION) throw new MalformedBlock(`not a block of version ${VERSION}`);
  const flags = bytes.byte();
  const codes = bytes.byte();
  const count = bytes.varint();
  if (count > MOST_READINGS) throw new MalformedBlock(`${count} readings`);
  if (count === 0) return [];
  const times: Column = {
    first: bytes.signed(),
    unit: bytes.varint(),
    step: bytes.signed(),
    follows: false,
    code: codes >> 4,
  };
  bytes.signed(); // the last time
  const values: Column = {
    first: bytes.signed(),
    unit: bytes.varint(),
    step: 0,
    follows: (flags & VALUES_FOLLOW) !== 0,
    code: codes & 15,
  };
  for (let i = 0; i < 3; i++) bytes.varint(); // lowest, highest, sum
  if (flags & OPEN) for (let i = 0; i < 6; i++) bytes.varint(); // where the columns end
  const ms = numbersOf(count, times, bytes.bits(bytes.varint()));
  const hundredths = numbersOf(count, values, bytes.bits(bytes.end - bytes.at));
  return ms.map((time, i) => [time, hundredths[i]! / 100]);
}

function verified(block: Uint8Array): Bytes {
  const end = block.length - CHECKSUM_BYTES;
  if (end < 1) throw new MalformedBlock('shorter than a checksum');
  const told = new DataView(block.buffer, block.byteOffset + end).getUint32(0);
  if (crc32c(block.subarray(0, end)) !== told) throw new MalformedBlock('checksum does not fit');
  return new Bytes(block, 0, end);
}

function numbersOf(count: number, column: Column, bits: Bits): number[] {
  const { symbols, lengths } = STEP_CODES[column.code]!;
  const numbers = [column.first];
  let { step } = column;
  let context = START;
  let direction = 1;

  function go(steps: number, first: number): void {
    if (steps > count - numbers.length) throw new MalformedBlock('more readings than counted');
    let number = numbers.at(-1)!;
    for (let i = 0; i < steps; i++) {
      number += (i === 0 ? first : step) * column.unit;
      numbers.push(number);
    }
  }

  while (!bits.isAtEnd()) {
    const next = (context << MAX_BITS) | bits.peek(MAX_BITS);
    const symbol = symbols[next]!;
    bits.skip(lengths[next]!);
    context = contextAfter(symbol);
    if (symbol < RUNS) {
      go(amountOf(symbol, bits), step);
      continue;
    }
    if (symbol >= OPPOSITE && symbol < ESCAPE) direction = -direction;
    const off = symbol === ESCAPE ? escaped(bits) : direction * amountOf(symbol, bits);
    if (symbol === ESCAPE) direction = off < 0 ? -1 : 1;
    if (column.follows) step += off;
    go(1, column.follows ? step : step + off);
  }
  go(count - numbers.length, step);
  return numbers;
}

function amountOf(symbol: number, bits: Bits): number {
  const range = rangeOf(symbol);
  return leastOf(range) + bits.take(extraBitsOf(range));
}

function escaped(bits: Bits): number {
  return unzigzag(bits.take(bits.take(6) + 1));
}
