import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../src/models/api';
import { LimitsEditor } from '../src/models/limits-editor';
import type { Backtest, LimitsByVital, LimitsInForce } from '../src/models/protocol';
import { alert } from './fixtures';

const WARD = { heart_rate: { high: 120, low: 50, extreme_high: 150, extreme_low: 40 } };
let own: LimitsByVital;
let sent: LimitsByVital[];
let tried: LimitsByVital[];
let refuse: string;

const api = {
  limits: (): Promise<LimitsInForce> => Promise.resolve(inForce()),
  changeLimits: (_: string, limits: LimitsByVital): Promise<LimitsInForce> => {
    if (refuse) return Promise.reject(new Problem(422, 'limits_contradict', refuse));
    sent.push(limits);
    own = limits;
    return Promise.resolve(inForce());
  },
  backtest: (_: string, limits: LimitsByVital): Promise<Backtest> => {
    tried.push(limits);
    const elsewhere = alert({ id: 'o', vital: 'spo2' });
    return Promise.resolve({
      inForce: [alert(), alert({ id: 'b' }), elsewhere],
      proposed: [alert()],
    });
  },
};

function inForce(): LimitsInForce {
  return { by: 'dr-adams', at: '2026-11-21T12:00:00Z', own, ward: WARD };
}

async function editing(): Promise<LimitsEditor> {
  const editor = new LimitsEditor(api, 'p-0001', 'heart_rate');
  await editor.load();
  editor.begin();
  return editor;
}

beforeEach(() => {
  vi.useFakeTimers();
  own = {};
  sent = [];
  tried = [];
  refuse = '';
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an editor of limits', () => {
  it('begins with what is in force', async () => {
    own = { heart_rate: { high: 130 } };
    const editor = await editing();

    expect(editor.draft).toEqual({
      extreme_high: '150',
      high: '130',
      low: '50',
      extreme_low: '40',
    });
  });

  it('tries a draft once on the history, and counts the alarms of its vital', async () => {
    const editor = await editing();
    editor.write('high', '13');
    editor.write('high', '135');
    await vi.advanceTimersByTimeAsync(1000);

    expect(tried).toEqual([{ heart_rate: { high: 135 } }]);
    expect(editor.backtest?.inForce.length).toBe(2);
    expect(editor.backtest?.proposed.length).toBe(1);
    expect(editor.testing).toBe(false);
  });

  it('saves what differs from the ward, leaves other vitals alone, and can be undone', async () => {
    own = { heart_rate: { low: 45 }, spo2: { low: 88 } };
    const editor = await editing();
    editor.write('high', '135,5');
    editor.write('low', '50');
    await editor.save();

    expect(sent).toEqual([{ spo2: { low: 88 }, heart_rate: { high: 135.5 } }]);
    expect(editor.draft).toBeNull();
    expect(editor.canUndo).toBe(true);

    await editor.undo();
    expect(own).toEqual({ heart_rate: { low: 45 }, spo2: { low: 88 } });
    expect(editor.canUndo).toBe(false);
  });

  it('keeps the draft and says why where it is refused', async () => {
    const editor = await editing();
    refuse = 'heart_rate needs low < high';
    editor.write('high', '40');
    await editor.save();

    expect(editor.problem).toBe(refuse);
    expect(editor.draft?.high).toBe('40');
    expect(editor.saving).toBe(false);
  });
});
