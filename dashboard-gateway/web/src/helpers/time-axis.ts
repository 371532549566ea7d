import { clock, day } from './format';

const DAY = 86_400_000;

/** Labels for round moments: days at midnight, else times of day, with seconds where steps are so fine. */
export function timeLabels(moments: readonly number[], stepMs: number): string[] {
  return moments.map((ms) => {
    const time = clock(ms);
    if (stepMs >= DAY || time === '00:00:00') return day(ms);
    return stepMs < 60_000 ? time : time.slice(0, 5);
  });
}
