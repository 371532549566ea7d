import type { Api } from './api';
import { Problem } from './api';
import { Listeners } from './listeners';
import type { Alert } from './protocol';
import type { Ward } from './ward';

/** What a doctor does about alarms, one patient's or those of no single one, what is under way of it, and what did not work. */
export class Care {
  readonly changes = new Listeners();
  /** The ids of alarms that are being acknowledged, and the word `pause`. */
  readonly underWay = new Set<string>();
  problem = '';

  constructor(
    private readonly api: Pick<Api, 'acknowledge' | 'pause' | 'resume'>,
    private readonly ward: Ward,
    private readonly patient = '',
  ) {}

  acknowledge(alert: Alert, note: string): Promise<void> {
    return this.attempt(alert.id, async () => {
      this.ward.alarms.hear(await this.api.acknowledge(alert.id, note.trim() || null));
    });
  }

  pause(seconds: number, reason: string): Promise<void> {
    return this.attempt('pause', async () => {
      this.ward.pause(this.patient, await this.api.pause(this.patient, seconds, reason));
    });
  }

  resume(): Promise<void> {
    return this.attempt('pause', async () => {
      await this.api.resume(this.patient);
      this.ward.pause(this.patient, null);
    });
  }

  private async attempt(what: string, act: () => Promise<void>): Promise<void> {
    if (this.underWay.has(what)) return;
    this.underWay.add(what);
    this.problem = '';
    this.changes.tell();
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem.message;
    } finally {
      this.underWay.delete(what);
      this.changes.tell();
    }
  }
}
