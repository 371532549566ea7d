import type { Api } from './api';
import { Problem } from './api';
import { Listeners } from './listeners';
import {
  type Backtest,
  LIMIT_NAMES,
  type LimitName,
  type LimitsByVital,
  type LimitsInForce,
  type VitalLimits,
} from './protocol';

const WAIT_MS = 350;
export const BACKTEST_HOURS = 24;

export type Draft = Record<LimitName, string>;

/**
 * The limits of one vital of one patient: what is in force, a draft of others, and what both would have given on
 * the last day. Nothing is changed before it is saved, and what was saved can be taken back.
 */
export class LimitsEditor {
  readonly changes = new Listeners();
  inForce: LimitsInForce | null = null;
  /** What is being written, or null while nothing is. */
  draft: Draft | null = null;
  backtest: Backtest | null = null;
  testing = false;
  saving = false;
  /** What went wrong last, in the gateway's words. */
  problem = '';
  private before: LimitsByVital | null = null;
  private request: AbortController | undefined;
  private wait: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Pick<Api, 'limits' | 'changeLimits' | 'backtest'>,
    private readonly patient: string,
    readonly vital: string,
  ) {}

  get canUndo(): boolean {
    return this.before !== null;
  }

  async load(): Promise<void> {
    await this.attempt(async () => {
      this.inForce = await this.api.limits(this.patient);
    });
  }

  /** What holds of this vital now. */
  current(): VitalLimits {
    const { inForce, vital } = this;
    return inForce ? { ...inForce.ward[vital], ...inForce.own[vital] } : {};
  }

  begin(): void {
    const current = this.current();
    this.draft = Object.fromEntries(
      LIMIT_NAMES.map((name) => [name, current[name] === undefined ? '' : String(current[name])]),
    ) as Draft;
    this.before = null;
    this.problem = '';
    this.test();
  }

  write(name: LimitName, text: string): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, [name]: text };
    this.test();
  }

  cancel(): void {
    this.stop();
    this.draft = null;
    this.backtest = null;
    this.problem = '';
    this.changes.tell();
  }

  async save(): Promise<void> {
    if (!this.draft || !this.inForce || this.saving) return;
    const { own } = this.inForce;
    this.saving = true;
    this.changes.tell();
    const saved = await this.attempt(async () => {
      this.inForce = await this.api.changeLimits(this.patient, this.wanted());
    });
    this.saving = false;
    if (saved) {
      this.before = own;
      this.cancel();
    } else this.changes.tell();
  }

  async undo(): Promise<void> {
    const { before } = this;
    if (!before) return;
    const undone = await this.attempt(async () => {
      this.inForce = await this.api.changeLimits(this.patient, before);
    });
    if (undone) this.before = null;
    this.changes.tell();
  }

  stop(): void {
    clearTimeout(this.wait);
    this.request?.abort();
    this.testing = false;
  }

  /** The numbers of the draft; what is empty, or no number, is left out. */
  proposed(): VitalLimits {
    const { draft } = this;
    if (!draft) return this.current();
    const numbers: VitalLimits = {};
    for (const name of LIMIT_NAMES) {
      const text = draft[name].trim().replace(',', '.');
      if (text !== '' && Number.isFinite(Number(text))) numbers[name] = Number(text);
    }
    return numbers;
  }

  /** All of the patient's own with the draft: what the ward has as well is left to the ward. */
  private wanted(): LimitsByVital {
    const { inForce, vital } = this;
    const defaults = inForce?.ward[vital] ?? {};
    const proposed = Object.entries(this.proposed()) as [LimitName, number][];
    const own = Object.fromEntries(proposed.filter(([name, limit]) => defaults[name] !== limit));
    const others = Object.entries(inForce?.own ?? {}).filter(([code]) => code !== vital);
    return Object.fromEntries(Object.keys(own).length ? [...others, [vital, own]] : others);
  }

  private test(): void {
    this.stop();
    this.testing = true;
    this.changes.tell();
    this.wait = setTimeout(() => void this.ask(), WAIT_MS);
  }

  private async ask(): Promise<void> {
    const { signal } = (this.request = new AbortController());
    await this.attempt(async () => {
      const answer = await this.api.backtest(this.patient, this.wanted(), BACKTEST_HOURS, signal);
      const ofVital = ({ vital }: { vital: string | null }): boolean => vital === this.vital;
      this.backtest = {
        inForce: answer.inForce.filter(ofVital),
        proposed: answer.proposed.filter(ofVital),
      };
    }, signal);
    if (signal.aborted) return;
    this.testing = false;
    this.changes.tell();
  }

  private async attempt(what: () => Promise<void>, signal?: AbortSignal): Promise<boolean> {
    try {
      await what();
      if (signal?.aborted) return false;
      this.problem = '';
      this.changes.tell();
      return true;
    } catch (problem) {
      if (signal?.aborted) return false;
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.message;
      if (signal) this.backtest = null;
      this.changes.tell();
      return false;
    }
  }
}
