/** These bytes are no whole block. */
export class MalformedBlock extends Error {}

/** The numbers and the bits of a block, in their order; none is read beyond the end. */
export class Bytes {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    readonly end: number,
  ) {}

  byte(): number {
    if (this.at >= this.end) throw new MalformedBlock('ends within a number');
    return this.bytes[this.at++]!;
  }

  /** A number of variable length, exact up to 2^53. */
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = this.byte();
      value += (next & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new MalformedBlock('a number beyond 53 bits');
      if (next < 128) return value;
    }
  }

  signed(): number {
    return unzigzag(this.varint());
  }

  /** The next so many bytes as bits. */
  bits(length: number): Bits {
    const from = this.at;
    this.at += length;
    if (this.at > this.end) throw new MalformedBlock('shorter than its columns');
    return new Bits(this.bytes, from, this.at);
  }
}

/** Bits, which end with a one and zeros that fill the last byte. */
export class Bits {
  private at: number;
  private readonly end: number;

  constructor(
    private readonly bytes: Uint8Array,
    from: number,
    to: number,
  ) {
    const last = bytes[to - 1]!;
    if (to > from && last === 0) throw new MalformedBlock('bits without an end');
    this.at = 8 * from;
    this.end = to > from ? 8 * to - 32 + Math.clz32(last & -last) : this.at;
  }

  isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /** The next bits, at most 16, with zeros where there are no more. */
  peek(count: number): number {
    const i = this.at >> 3;
    const three =
      ((this.bytes[i] ?? 0) << 16) | ((this.bytes[i + 1] ?? 0) << 8) | (this.bytes[i + 2] ?? 0);
    return (three >> (24 - (this.at & 7) - count)) & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.end) throw new MalformedBlock('ends within a step');
  }

  /** The next bits as a number, exact up to 2^53. */
  take(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 16) {
      const piece = Math.min(16, left);
      value = value * 2 ** piece + this.peek(piece);
      this.skip(piece);
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedBlock('a number beyond 53 bits');
    return value;
  }
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
