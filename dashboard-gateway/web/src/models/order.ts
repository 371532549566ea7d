import type { AlarmBook } from './alarm-book';
import type { Bed } from './bed';
import type { Priority } from './protocol';

export type Order = 'bed' | 'worst';

const RANK: Record<Priority, number> = { high: 0, medium: 1, low: 2 };
const CALM = 3;

const byName = new Intl.Collator('en', { numeric: true });

/** Beds as they stand in the ward. */
function byBed(a: Bed, b: Bed): number {
  return (
    byName.compare(a.ward, b.ward) || byName.compare(a.bed, b.bed) || byName.compare(a.id, b.id)
  );
}

/** By bed, or those with the worst alarms before all others, by bed among their like. */
export function inOrder(beds: Iterable<Bed>, order: Order, alarms: AlarmBook): Bed[] {
  const sorted = [...beds].sort(byBed);
  if (order === 'bed') return sorted;
  const rank = new Map<string, number>();
  for (const { patient, priority } of alarms.active()) {
    rank.set(patient, Math.min(rank.get(patient) ?? CALM, RANK[priority]));
  }
  return sorted.sort((a, b) => (rank.get(a.id) ?? CALM) - (rank.get(b.id) ?? CALM));
}

/** The wards of these beds, each once. */
export function wardsOf(beds: Iterable<Bed>): string[] {
  return [...new Set([...beds].map(({ ward }) => ward))].sort(byName.compare.bind(byName));
}
