import { describe, expect, it } from 'vitest';
import {
  FIRST_VIEW,
  LONGEST_MS,
  panned,
  queryOf,
  rangeOf,
  spanOf,
  viewFrom,
  viewOf,
  zoomed,
} from '../src/models/history-view';
import { NOON } from './fixtures';

const HOUR = 3_600_000;

describe('the view of history', () => {
  it('follows now to begin with', () => {
    expect(spanOf(FIRST_VIEW, NOON)).toEqual({ from: NOON - HOUR, to: NOON });
    expect(spanOf(FIRST_VIEW, NOON + 1000).to).toBe(NOON + 1000);
  });

  it('keeps the time pointed at in its place when it zooms', () => {
    const view = zoomed(FIRST_VIEW, 0.5, NOON - HOUR / 2, NOON);

    expect(spanOf(view, NOON)).toEqual({ from: NOON - 0.75 * HOUR, to: NOON - 0.25 * HOUR });
  });

  it('goes on with now when it is zoomed at its right edge', () => {
    expect(zoomed(FIRST_VIEW, 0.5, NOON, NOON)).toEqual({ lengthMs: HOUR / 2, to: null });
  });

  it('goes no further back than there is history, and not beyond now', () => {
    const far = panned(FIRST_VIEW, -100 * LONGEST_MS, NOON);
    expect(spanOf(far, NOON).from).toBe(NOON - LONGEST_MS);

    expect(panned(far, 100 * LONGEST_MS, NOON).to).toBeNull();
    expect(zoomed(FIRST_VIEW, 1e6, NOON, NOON)).toEqual({ lengthMs: LONGEST_MS, to: null });
  });

  it('goes no closer than ten seconds', () => {
    expect(zoomed(FIRST_VIEW, 1e-9, NOON - HOUR, NOON).lengthMs).toBe(10_000);
  });

  it('is named by the address, and names it', () => {
    const view = viewOf({ from: NOON - 3 * HOUR, to: NOON - HOUR }, NOON);
    const query = queryOf(view);

    expect(query['range']).toBeNull();
    expect(viewFrom(`?from=${query['from']}&to=${query['to']}`, NOON)).toEqual(view);
    expect(queryOf({ lengthMs: 90_000, to: null })).toMatchObject({ last: '90', from: null });
    expect(viewFrom('?last=90', NOON)).toEqual({ lengthMs: 90_000, to: null });
    expect(viewFrom('?range=7d', NOON)).toEqual({ lengthMs: LONGEST_MS, to: null });
    expect(viewFrom('?range=nonsense', NOON)).toEqual(FIRST_VIEW);
  });

  it('is a range only while it follows now', () => {
    expect(rangeOf(FIRST_VIEW)).toBe('1h');
    expect(rangeOf({ lengthMs: HOUR, to: NOON - 1 })).toBe('');
  });
});
