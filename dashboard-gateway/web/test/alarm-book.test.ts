import { describe, expect, it } from 'vitest';
import { AlarmBook } from '../src/models/alarm-book';
import type { Alert } from '../src/models/protocol';
import { alert, NOON } from './fixtures';

const ids = (book: AlarmBook): string[] => book.active().map(({ id }) => id);

describe('the alarm book', () => {
  it('shows the worst first, then what nobody has taken, then the newest', () => {
    const book = new AlarmBook();
    const onset = (secondsAgo: number): string => new Date(NOON - 1000 * secondsAgo).toISOString();
    book.hear(alert({ id: 'low', priority: 'low', onset: onset(1) }));
    book.hear(alert({ id: 'older', priority: 'high', onset: onset(60) }));
    book.hear(alert({ id: 'taken', priority: 'high', onset: onset(2), state: 'acknowledged' }));
    book.hear(alert({ id: 'newer', priority: 'high', onset: onset(5) }));
    book.hear(alert({ id: 'medium', onset: onset(1) }));

    expect(ids(book)).toEqual(['newer', 'older', 'taken', 'medium', 'low']);
  });

  it('takes each revision once and none that is older than what it knows', () => {
    const book = new AlarmBook();
    const heard: number[] = [];
    book.changes.add(({ revision }) => heard.push(revision));

    book.hear(alert({ revision: 1 }));
    book.hear(alert({ revision: 3, state: 'resolved' }));
    book.hear(alert({ revision: 2 }));
    book.hear(alert({ revision: 3 }));

    expect(heard).toEqual([1, 3]);
    expect(book.active()).toEqual([]);
  });

  it('keeps what is over but latched', () => {
    const book = new AlarmBook();
    book.hear(alert({ state: 'resolved', latched: true }));

    expect(ids(book)).toEqual(['a-1']);
  });

  it('lets go of what was latched when somebody takes it', () => {
    const book = new AlarmBook();
    book.hear(alert({ revision: 2, state: 'resolved', latched: true }));
    book.hear(alert({ revision: 3, state: 'acknowledged', latched: false, by: 'dr-adams' }));

    expect(book.active()).toEqual([]);
    expect(book.all()[0]).toMatchObject({ state: 'resolved', by: 'dr-adams' });
  });

  it('shows nothing of the past as present', () => {
    const book = new AlarmBook();
    book.hear(alert({ late: true }));

    expect(book.active()).toEqual([]);
  });

  it('drops what a snapshot does not have any more', () => {
    const book = new AlarmBook();
    book.hear(alert({ id: 'gone' }));
    book.hear(alert({ id: 'elsewhere', patient: 'p-0002' }));

    book.replace('p-0001', [alert({ id: 'new' })]);

    expect(ids(book).sort()).toEqual(['elsewhere', 'new']);
  });

  describe('while a gateway is silent as a whole', () => {
    const gap = (id: string, patient: string): Alert => alert({ id, patient, rule: 'gap' });
    const storm = alert({
      id: 'storm',
      patient: 'device/gw-1',
      rule: 'gap',
      priority: 'high',
      members: ['p-0001', 'p-0002'],
    });

    it('shows one alarm instead of its gaps', () => {
      const book = new AlarmBook();
      for (const [id, of] of [
        ['g1', 'p-0001'],
        ['g2', 'p-0002'],
        ['g3', 'p-0003'],
      ] as const) {
        book.hear(gap(id, of));
      }
      book.hear(alert({ id: 'high' }));
      book.hear(storm);

      expect(ids(book).sort()).toEqual(['g3', 'high', 'storm']);
      expect(book.active('p-0002')).toEqual([]);
      expect(book.shared().map(({ id }) => id)).toEqual(['storm']);
      expect(book.counts()).toEqual({ high: 1, medium: 2, low: 0 });
    });

    it('shows the gap that lasts when it is over', () => {
      const book = new AlarmBook();
      book.hear(gap('g1', 'p-0001'));
      book.hear(storm);
      book.hear({ ...storm, state: 'resolved', revision: 2 });

      expect(ids(book)).toEqual(['g1']);
    });

    it('ends what a snapshot does not have any more, and nothing of a patient', () => {
      const book = new AlarmBook();
      book.hear(gap('g1', 'p-0001'));
      book.hear(storm);

      book.replaceShared([alert({ id: 'pipeline', patient: 'vigil', rule: 'pipeline' })]);

      expect(ids(book).sort()).toEqual(['g1', 'pipeline']);
    });
  });

  it('counts by priority', () => {
    const book = new AlarmBook();
    book.hear(alert({ id: '1', priority: 'high' }));
    book.hear(alert({ id: '2', priority: 'high' }));
    book.hear(alert({ id: '3', priority: 'low', state: 'resolved' }));

    expect(book.counts()).toEqual({ high: 2, medium: 0, low: 0 });
  });
});
