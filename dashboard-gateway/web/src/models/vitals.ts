/** A vital sign as the page shows it. */
export interface Vital {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** The least height of a line's scale, in the vital's unit, so that noise does not fill it. */
  readonly leastSpan: number;
}

/** In the order in which a tile prefers them. */
export const VITALS: readonly Vital[] = [
  { code: 'heart_rate', label: 'HR', unit: '/min', decimals: 0, leastSpan: 40 },
  { code: 'spo2', label: 'SpO₂', unit: '%', decimals: 0, leastSpan: 10 },
  { code: 'resp_rate', label: 'RR', unit: '/min', decimals: 0, leastSpan: 16 },
  { code: 'temperature', label: 'Temp', unit: '°C', decimals: 1, leastSpan: 2 },
  { code: 'bp_systolic', label: 'BP sys', unit: 'mmHg', decimals: 0, leastSpan: 40 },
  { code: 'bp_diastolic', label: 'BP dia', unit: 'mmHg', decimals: 0, leastSpan: 40 },
];

export const HEART_RATE = VITALS[0]!;

export function vitalOf(code: string | null): Vital {
  return VITALS.find((vital) => vital.code === code) ?? HEART_RATE;
}
