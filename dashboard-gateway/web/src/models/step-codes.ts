import text from '../../../../common-schema/src/main/resources/io/vigil/schema/block/step-codes.txt?raw';

/** What the steps of a block's columns are written in; docs/formats/block.md says how. */
export const RUNS = 24;
export const OPPOSITE = 44;
export const ESCAPE = 64;
const SYMBOLS = 65;
const CONTEXTS = 8;
/** The context at a column's begin. */
export const START = 2;
export const MAX_BITS = 10;

/** By context and the next ten bits: the symbol, and the length of its code. */
export interface StepCode {
  readonly symbols: Uint8Array;
  readonly lengths: Uint8Array;
}

/** The sets of codes by their numbers in blocks. */
export const STEP_CODES: readonly StepCode[] = text
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .join('\n')
  .split(/^set .*$/m)
  .slice(1)
  .map((set) => codeOf(set.trim().split('\n')));

function codeOf(lines: readonly string[]): StepCode {
  const symbols = new Uint8Array(CONTEXTS << MAX_BITS);
  const lengths = new Uint8Array(CONTEXTS << MAX_BITS);
  for (let context = 0; context < CONTEXTS; context++) {
    const line = lines[lines.length === 1 ? 0 : context]!;
    let next = context << MAX_BITS;
    for (let length = 1; length <= MAX_BITS; length++) {
      for (let symbol = 0; symbol < SYMBOLS; symbol++) {
        if (parseInt(line[symbol]!, 16) !== length) continue;
        const end = next + (1 << (MAX_BITS - length));
        symbols.fill(symbol, next, end);
        lengths.fill(length, next, end);
        next = end;
      }
    }
  }
  return { symbols, lengths };
}

/** The range of amounts that a symbol says. */
export function rangeOf(symbol: number): number {
  return symbol < RUNS ? symbol : (symbol - RUNS) % (OPPOSITE - RUNS);
}

export function leastOf(range: number): number {
  return range < 2 ? range + 1 : ((2 + (range & 1)) << ((range >> 1) - 1)) + 1;
}

export function extraBitsOf(range: number): number {
  return range < 2 ? 0 : (range >> 1) - 1;
}

/** The context that a symbol leaves behind. */
export function contextAfter(symbol: number): number {
  if (symbol < RUNS) return symbol < 2 ? 0 : symbol < 6 ? 1 : START;
  const range = symbol === ESCAPE ? ESCAPE : rangeOf(symbol);
  return range < 2 ? 3 + range : range < 4 ? 5 : range < 7 ? 6 : 7;
}
