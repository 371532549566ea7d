import { describe, expect, it } from 'vitest';
import { Api } from '../src/models/api';
import VECTORS from '../../../common-schema/src/test/resources/block/vectors.json';
import { NOON } from './fixtures';

const QUERY = { vital: 'heart_rate', from: NOON - 1000, to: NOON, points: 100 };

function answering(body: BodyInit, headers: Record<string, string>): Api {
  return new Api(undefined, () => Promise.resolve(new Response(body, { headers })));
}

describe('readings of the past', () => {
  it('are read from blocks', async () => {
    const { block, times } = VECTORS[0]!;
    const bytes = (block.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
    const body = Uint8Array.from([0, 0, 0, bytes.length, ...bytes]);
    const headers = { 'content-type': 'application/vnd.vigil.blocks', 'vigil-partial': 'true' };

    const history = await answering(body, headers).readings('p-0001', QUERY);

    expect(history).toEqual({ points: [[times[0], 72.5]], partial: true });
  });

  it('are read from JSON where that comes', async () => {
    const body = JSON.stringify({ points: [[NOON, 70]], partial: false });
    const headers = { 'content-type': 'application/json' };

    const history = await answering(body, headers).readings('p-0001', QUERY);

    expect(history.points).toEqual([[NOON, 70]]);
  });

  it('that are no whole block are a problem', async () => {
    const headers = { 'content-type': 'application/vnd.vigil.blocks' };

    const asked = answering(Uint8Array.from([0, 0, 0]), headers).readings('p-0001', QUERY);

    await expect(asked).rejects.toMatchObject({ code: 'malformed_block' });
  });
});
