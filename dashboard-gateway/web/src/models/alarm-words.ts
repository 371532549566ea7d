import { runningTime } from '../helpers/format';
import { texts } from '../texts';
import { isActive } from './alarm-book';
import { spanOfEpisode } from './episodes';
import type { Alert } from './protocol';

const words = texts.alarms;

/** Where an episode is in its life, with who has to do with it. */
export function stateWords(alert: Alert): string {
  if (alert.late) return words.late;
  if (alert.state === 'resolved' && isActive(alert)) return words.latched;
  if (alert.state === 'acknowledged' && alert.by) return words.acknowledgedBy(alert.by);
  return words.states[alert.state];
}

/** For how long an episode has lasted, or lasted. */
export function lasting(alert: Alert, now: number): string {
  const { from, to } = spanOfEpisode(alert, now);
  return runningTime(to - from);
}

/** The shape that stands for an alarm. */
export function shapeOf(alert: Alert): Alert['priority'] | 'technical' {
  return alert.category === 'technical' ? 'technical' : alert.priority;
}

/** The priority in words, and whether it is about the equipment. */
export function priorityWords(alert: Alert): string {
  const priority = texts.priority[alert.priority];
  return alert.category === 'technical' ? `${priority}, ${texts.technical}` : priority;
}
