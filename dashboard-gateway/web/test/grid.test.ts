import { describe, expect, it } from 'vitest';
import { GAP, gridFor } from '../src/models/grid';

const WALLS = [
  [1350, 696],
  [1904, 1008],
  [3824, 2088],
] as const;

describe('the grid', () => {
  for (const [width, height] of WALLS) {
    for (const beds of [1, 2, 5, 8, 12, 20, 33, 48, 64]) {
      it(`fits ${beds} beds on ${width} by ${height} with a number to be read`, () => {
        const grid = gridFor(beds, width, height);

        expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(beds);
        expect(grid.rows * grid.rowHeight + GAP * (grid.rows - 1)).toBeLessThanOrEqual(height);
        expect(grid.number).toBeGreaterThanOrEqual(36);
      });
    }
  }

  it('lets a wall scroll that is too small for its beds', () => {
    const grid = gridFor(200, 1350, 696);

    expect(grid.rowHeight).toBeGreaterThanOrEqual(76);
    expect(grid.number).toBeGreaterThanOrEqual(24);
  });

  it('has an answer before it knows the size', () => {
    expect(gridFor(20, 0, 0).columns).toBeGreaterThanOrEqual(1);
  });
});
