import { describe, expect, it } from 'vitest';
import {
  activeThenEnded,
  newestOf,
  overlaps,
  settled,
  spanOfEpisode,
} from '../src/models/episodes';
import { alert, NOON } from './fixtures';

const at = (seconds: number): string => new Date(NOON + 1000 * seconds).toISOString();

describe('episodes', () => {
  it('are known by their newest revision, wherever it was heard', () => {
    const newest = newestOf(
      [alert({ revision: 1 }), alert({ id: 'b' })],
      [alert({ revision: 2, state: 'resolved' })],
    );

    expect(newest.map(({ id, revision }) => [id, revision])).toEqual([
      ['a-1', 2],
      ['b', 1],
    ]);
  });

  it('last until now, or until they were resolved', () => {
    const onset = at(-60);

    expect(spanOfEpisode(alert({ onset }), NOON).to).toBe(NOON);
    expect(spanOfEpisode(alert({ onset, state: 'resolved', time: at(-20) }), NOON).to).toBe(
      NOON - 20_000,
    );
  });

  it('have ended although they were acknowledged afterwards', () => {
    const resolved = alert({ revision: 2, state: 'resolved', time: at(5) });
    const late = alert({ revision: 3, state: 'acknowledged', time: at(30), by: 'dr-adams' });

    expect(settled({ ...late, revisions: [alert(), resolved, late] })).toMatchObject({
      state: 'resolved',
      time: at(5),
      by: 'dr-adams',
    });
  });

  it('ended when they were over, although that was told again when somebody had seen it', () => {
    const latched = alert({ revision: 2, state: 'resolved', time: at(5), latched: true });
    const seen = alert({ revision: 3, state: 'resolved', time: at(90), by: 'dr-adams' });

    expect(settled({ ...seen, revisions: [alert(), latched, seen] })).toMatchObject({
      state: 'resolved',
      time: at(5),
      latched: false,
      by: 'dr-adams',
    });
  });

  it('overlap what is on show', () => {
    const episode = alert({ onset: at(-60), state: 'resolved', time: at(-20) });

    expect(overlaps(episode, { from: NOON - 30_000, to: NOON }, NOON)).toBe(true);
    expect(overlaps(episode, { from: NOON - 10_000, to: NOON }, NOON)).toBe(false);
  });

  it('are listed with what is active first and what ended last before the older', () => {
    const { active, ended } = activeThenEnded([
      alert({ id: 'old', state: 'resolved', time: at(-90) }),
      alert({ id: 'now' }),
      alert({ id: 'recent', state: 'resolved', time: at(-5) }),
    ]);

    expect(active.map(({ id }) => id)).toEqual(['now']);
    expect(ended.map(({ id }) => id)).toEqual(['recent', 'old']);
  });
});
