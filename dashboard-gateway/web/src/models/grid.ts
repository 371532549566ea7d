/** How a wall of a given size is divided, so that the numbers get as large as they can. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** `beside` puts the line to the right of the number, `below` under it. */
  readonly line: 'beside' | 'below';
  /** Type sizes in CSS pixels: the number, and everything else. */
  readonly number: number;
  readonly text: number;
  /** Height of one row; rows scroll when the wall is too small for all. */
  readonly rowHeight: number;
}

export const GAP = 8;

const LEAST_NUMBER = 34;
const LARGEST_NUMBER = 340;
const LEAST_ROW = 76;
/** Three tabular digits, and the height of digits with air, in ems of the number. */
const NUMBER_WIDTH = 2;
const NUMBER_HEIGHT = 0.84;
/** Header, line of words and lower edge; both sides; unit and bars: in ems of the text. */
const WORDS_HEIGHT = 4;
const SIDES_WIDTH = 1.5;
const FOOT_WIDTH = 5.6;
/** What the number may have of the height above its line, and of the width beside it. */
const SHARE_ABOVE = 0.66;
const SHARE_BESIDE = 0.66;

export function gridFor(count: number, width: number, height: number): Grid {
  let best = gridOf(1, count, width, height);
  for (let columns = 2; columns <= Math.max(1, count); columns++) {
    const grid = gridOf(columns, count, width, height);
    if (isBetter(grid, best, count)) best = grid;
  }
  return best;
}

function isBetter(grid: Grid, best: Grid, count: number): boolean {
  const difference = grid.number - best.number;
  // Within a few pixels the fuller wall is the calmer one.
  if (Math.abs(difference) > 0.04 * best.number) return difference > 0;
  return empty(grid, count) < empty(best, count);
}

function empty({ columns, rows }: Grid, count: number): number {
  return columns * rows - count;
}

function gridOf(columns: number, count: number, width: number, height: number): Grid {
  const rows = Math.max(1, Math.ceil(count / columns));
  const rowHeight = Math.max(LEAST_ROW, Math.floor((height - GAP * (rows - 1)) / rows));
  const tileWidth = (width - GAP * (columns - 1)) / columns;
  const text = clamp(Math.min(tileWidth / 20, rowHeight / 11), 11, 28);
  const body = rowHeight - WORDS_HEIGHT * text - 2;
  const inside = tileWidth - SIDES_WIDTH * text - 2;
  const below = Math.min(
    (body * SHARE_ABOVE) / NUMBER_HEIGHT,
    (inside - FOOT_WIDTH * text) / NUMBER_WIDTH,
  );
  const beside = Math.min(
    body / NUMBER_HEIGHT,
    (inside * SHARE_BESIDE) / NUMBER_WIDTH,
    (inside - FOOT_WIDTH * text) / NUMBER_WIDTH,
  );
  const fits = rowHeight * rows + GAP * (rows - 1) <= height;
  const number = clamp(Math.max(below, beside), 8, LARGEST_NUMBER);
  return {
    columns,
    rows,
    line: beside > below ? 'beside' : 'below',
    // A wall that scrolls is worth less than any that fits, and readable is worth more than both.
    number: fits ? number : Math.min(number, LEAST_NUMBER),
    text,
    rowHeight,
  };
}

function clamp(value: number, least: number, greatest: number): number {
  return Math.min(greatest, Math.max(least, value));
}
