/** Simulated hearts for the development of the page: any second of any patient can be computed. */

const NAMES = [
  'Ada Byron',
  'John Snow',
  'Florence Nightingale',
  'Ignaz Semmelweis',
  'Elizabeth Blackwell',
  'William Osler',
  'Mary Seacole',
  'René Laennec',
  'Virginia Apgar',
  'James Barry',
  'Gertrude Elion',
  'Joseph Lister',
  'Rosalyn Yalow',
  'Edward Jenner',
  'Cicely Saunders',
  'Willem Einthoven',
  'Rita Levi-Montalcini',
  'Robert Koch',
  'Helen Taussig',
  'Rudolf Virchow',
  'Marie Curie',
  'Paul Ehrlich',
  'Jane Goodall',
  'Emil von Behring',
];

const DAY = 86_400_000;

function noise(seed) {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}

export function patients(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `p-${String(i + 1).padStart(4, '0')}`,
    name: NAMES[i % NAMES.length],
    ward: 'Ward 3 West',
    bed: String(i + 1).padStart(2, '0'),
    priority: i % 5 === 0 ? 'high' : 'normal',
    number: i + 1,
  }));
}

/** Restless times of a day in which this heart beats faster: start and length in seconds. */
export function restless(number, dayStart) {
  const day = Math.floor(dayStart / DAY);
  return Array.from({ length: 3 }, (_, i) => {
    const at = noise(number * 977 + day * 31 + i) * 0.97;
    const seconds = 300 + 1500 * noise(number * 13 + day * 7 + i);
    return {
      from: dayStart + at * DAY,
      to: dayStart + at * DAY + seconds * 1000,
      by: 30 + 50 * noise(number + day + i),
    };
  });
}

export function heartRate(number, ms) {
  const second = Math.floor(ms / 1000);
  const rest = 58 + 30 * noise(number * 7919);
  const slow = 5 * Math.sin(second / 700 + number) + 3 * Math.sin(second / 173 + 2 * number);
  const breath = 2.4 * Math.sin((2 * Math.PI * second) / (3.7 + noise(number)) + number);
  const night = -7 * Math.cos((2 * Math.PI * (ms % DAY)) / DAY - 3.4);
  let effort = 0;
  for (const { from, to, by } of restless(number, ms - (ms % DAY))) {
    if (ms > from && ms < to) effort = by * Math.min(1, (ms - from) / 60_000, (to - ms) / 60_000);
  }
  return Math.round(
    rest + slow + breath + night + effort + 2 * (noise(number * 31 + second) - 0.5),
  );
}
