import { describe, expect, it } from 'vitest';
import { append, columnsOf, nearest } from '../src/models/columns';
import { envelopeOf } from '../src/models/envelope';

const SECOND = 1000;

describe('columns', () => {
  it('have a hole where nothing came', () => {
    const columns = columnsOf(
      [
        [0, 70],
        [SECOND, 71],
        [9 * SECOND, 72],
      ],
      10 * SECOND,
      100,
    );

    expect(columns).toEqual({ times: [0, 1000, 1001, 9000], values: [70, 71, null, 72] });
  });

  it('have none where readings are sparse because the server thinned them out', () => {
    const columns = columnsOf(
      [
        [0, 70],
        [60 * SECOND, 71],
      ],
      3600 * SECOND,
      100,
    );

    expect(columns.values).toEqual([70, 71]);
  });

  it('grow by what comes live, once', () => {
    const columns = columnsOf([[0, 70]], 10 * SECOND, 100);

    expect(append(columns, SECOND, 71)).toBe(true);
    expect(append(columns, SECOND, 99)).toBe(false);
    append(columns, 8 * SECOND, 72);

    expect(columns.values).toEqual([70, 71, null, 72]);
  });

  it('know the reading nearest to a time, which is never a hole', () => {
    const columns = columnsOf(
      [
        [0, 70],
        [SECOND, 71],
        [9 * SECOND, 72],
      ],
      10 * SECOND,
      100,
    );

    expect(nearest(columns, 400)).toBe(0);
    expect(nearest(columns, 600)).toBe(1);
    expect(nearest(columns, 20 * SECOND)).toBe(3);
    expect(nearest({ times: [], values: [] }, 0)).toBe(-1);
  });
});

describe('the envelope', () => {
  it('lets sparse readings stand for themselves', () => {
    const columns = columnsOf(
      [
        [0, 70],
        [SECOND, 74],
      ],
      10 * SECOND,
      100,
    );

    expect(envelopeOf(columns, 500)).toEqual({
      times: [0, 1000],
      middle: [70, 74],
      least: [70, 74],
      greatest: [70, 74],
    });
  });

  it('draws dense readings as their mean between their extremes', () => {
    const columns = columnsOf(
      [
        [0, 60],
        [SECOND, 90],
        [2 * SECOND, 60],
        [4 * SECOND, 80],
      ],
      10 * SECOND,
      100,
    );

    expect(envelopeOf(columns, 4 * SECOND)).toEqual({
      times: [1000, 4000],
      middle: [70, 80],
      least: [60, 80],
      greatest: [90, 80],
    });
  });

  it('keeps holes', () => {
    const columns = { times: [0, 1, 9000], values: [70, null, 72] };

    expect(envelopeOf(columns, 60 * SECOND).middle).toEqual([70, null, 72]);
  });
});
