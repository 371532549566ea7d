import type { Priority } from '../models/protocol';

interface Melody {
  /** When each pulse begins, in seconds. */
  readonly pulses: readonly number[];
  /** How long a pulse is. */
  readonly length: number;
  readonly pitch: readonly number[];
}

/**
 * Bursts as IEC 60601-1-8 is quoted: five pulses twice for high, three for medium, two for low; each at a
 * pitch and a pace of its own.
 */
const MELODIES: Record<Priority, Melody> = {
  high: {
    pulses: [0, 0.2, 0.4, 0.8, 1, 2, 2.2, 2.4, 2.8, 3],
    length: 0.13,
    pitch: [784, 784, 784, 988, 988],
  },
  medium: { pulses: [0, 0.32, 0.64], length: 0.2, pitch: [523] },
  low: { pulses: [0, 0.45], length: 0.22, pitch: [392, 330] },
};
const HARMONICS = [1, 0.5, 0.35, 0.25, 0.15];
const RAMP = 0.015;
const VOLUME = 0.16;

/** Plays bursts of pulses, where the browser lets it. */
export class Speaker {
  private context: AudioContext | undefined;
  private wave: PeriodicWave | undefined;

  /** Whether the browser lets us be heard. */
  get allowed(): boolean {
    return this.context?.state === 'running';
  }

  /** To be called within a press or a key: browsers give sound to pages that are used. */
  async allow(): Promise<void> {
    this.context ??= new AudioContext();
    this.wave ??= this.context.createPeriodicWave(
      new Float32Array([0, ...HARMONICS.map(() => 0)]),
      new Float32Array([0, ...HARMONICS]),
    );
    await this.context.resume();
  }

  play(priority: Priority): void {
    const { context } = this;
    if (!context || !this.allowed) return;
    const { pulses, length, pitch } = MELODIES[priority];
    pulses.forEach((at, i) =>
      this.pulse(context, context.currentTime + 0.05 + at, length, pitch[i % pitch.length]!),
    );
  }

  private pulse(context: AudioContext, at: number, length: number, pitch: number): void {
    const tone = context.createOscillator();
    const level = context.createGain();
    if (this.wave) tone.setPeriodicWave(this.wave);
    tone.frequency.value = pitch;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(VOLUME, at + RAMP);
    level.gain.setValueAtTime(VOLUME, at + length - RAMP);
    level.gain.linearRampToValueAtTime(0, at + length);
    tone.connect(level).connect(context.destination);
    tone.start(at);
    tone.stop(at + length + RAMP);
  }
}
