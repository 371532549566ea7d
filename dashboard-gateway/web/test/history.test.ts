import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Api, Problem } from '../src/models/api';
import { History } from '../src/models/history';
import { alert, NOON } from './fixtures';

const HOUR = 3_600_000;
const WIDTH = 1000;

interface Query {
  from: number;
  to: number;
  points: number;
}

let asked: Query[];
let answer: () => Promise<unknown>;
let history: History;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = () => Promise.resolve({ points: [[NOON - 1000, 70]] });
  const api = {
    readings: (_: string, query: Query) => {
      asked.push(query);
      return answer();
    },
    episodes: () => Promise.resolve([alert()]),
  };
  history = new History(api as unknown as Api, 'p-0001', 'heart_rate');
});

afterEach(() => vi.useRealTimers());

async function show(from: number, to: number, now = NOON): Promise<void> {
  history.show({ from, to }, WIDTH, now);
  await vi.advanceTimersByTimeAsync(200);
}

describe('the history', () => {
  it('asks for what is on show and what is beside it, as finely as it can be drawn', async () => {
    await show(NOON - HOUR, NOON);

    expect(asked).toMatchObject([{ from: NOON - 1.5 * HOUR, to: NOON, points: 2250 }]);
    expect(history.state).toBe('loaded');
    expect(history.columns.values).toEqual([70]);
    expect(history.episodes).toHaveLength(1);
  });

  it('does not ask again for what it has, however often it is shown', async () => {
    await show(NOON - HOUR, NOON);
    for (let i = 0; i < 10; i++) await show(NOON - HOUR - i, NOON - i);

    expect(asked).toHaveLength(1);
  });

  it('asks once when a hand comes to rest', async () => {
    await show(NOON - HOUR, NOON);
    for (let i = 1; i < 10; i++)
      history.show({ from: NOON - HOUR / 2 ** i, to: NOON }, WIDTH, NOON);
    await vi.advanceTimersByTimeAsync(200);

    expect(asked).toHaveLength(2);
  });

  it('asks for nothing finer than a reading a second', async () => {
    await show(NOON - 1000 * WIDTH, NOON);
    await show(NOON - 100 * WIDTH, NOON);

    expect(asked).toHaveLength(1);
  });

  it('follows now by what comes live, and asks again after a minute', async () => {
    await show(NOON - HOUR, NOON);
    history.hear(NOON, 71);
    await show(NOON - HOUR + 30_000, NOON + 30_000, NOON + 30_000);
    expect(asked).toHaveLength(1);
    expect(history.columns.values).toEqual([70, 71]);

    await show(NOON - HOUR + 61_000, NOON + 61_000, NOON + 61_000);
    expect(asked).toHaveLength(2);
  });

  it('says that a part of it could not be read', async () => {
    answer = () => Promise.resolve({ points: [], partial: true });
    await show(NOON - HOUR, NOON);

    expect(history.partial).toBe(true);
  });

  it('says that it failed, keeps what it had, and tries again when asked', async () => {
    await show(NOON - HOUR, NOON);
    answer = () => Promise.reject(new Problem(503, 'unavailable', ''));
    await show(NOON - 24 * HOUR, NOON);

    expect(history.state).toBe('failed');
    expect(history.columns.values).toEqual([70]);

    answer = () => Promise.resolve({ points: [] });
    history.retry();
    await vi.advanceTimersByTimeAsync(1);
    expect(history.state).toBe('loaded');
  });
});
