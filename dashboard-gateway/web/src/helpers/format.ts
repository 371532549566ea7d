const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (n: number): string => String(n).padStart(2, '0');

/** A running time: `0:07`, `12:34`, `1:02:03`, `2 d 3 h`. */
export function runningTime(ms: number): string {
  const passed = Math.max(0, ms);
  if (passed >= DAY) {
    return `${Math.floor(passed / DAY)} d ${Math.floor((passed % DAY) / HOUR)} h`;
  }
  const hours = Math.floor(passed / HOUR);
  const minutes = Math.floor((passed % HOUR) / MINUTE);
  const seconds = two(Math.floor((passed % MINUTE) / SECOND));
  return hours ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** An alarm's running time, which always has the same width within its first hour: `00:12`. */
export function alarmTime(ms: number): string {
  const text = runningTime(ms);
  return text.length === 4 && text[1] === ':' ? `0${text}` : text;
}

/** An age: `0.4 s`, `12 s`. */
export function age(ms: number): string {
  const seconds = Math.max(0, ms) / SECOND;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds)} s`;
}

/** A time of day: `08:14:32`. */
export function clock(ms: number): string {
  const at = new Date(ms);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day: `Sat 21 Nov`. */
export function day(ms: number): string {
  const at = new Date(ms);
  return `${DAY_NAMES[at.getDay()]} ${at.getDate()} ${MONTHS[at.getMonth()]}`;
}

/** A time of day, with its day where that is not today's. */
export function when(ms: number, now: number): string {
  return day(ms) === day(now) ? clock(ms) : `${day(ms)}, ${clock(ms)}`;
}

export function value(number: number, decimals: number): string {
  return number.toFixed(decimals);
}
