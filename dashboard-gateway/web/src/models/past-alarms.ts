import { inLanes } from '../helpers/in-lanes';
import { isActive } from './alarm-book';
import { newestOf, settled } from './episodes';
import type { Live } from './live';
import { Listeners } from './listeners';
import type { Alert } from './protocol';

export const PAST_HOURS = 8;

const PAST_MS = PAST_HOURS * 3_600_000;
const AGAIN_MS = 60_000;
const LANES = 4;

/** The alarms of all patients in the last hours: asked for, then kept up to date by the live ones. */
export class PastAlarms {
  readonly changes = new Listeners();
  state: 'loading' | 'loaded' | 'failed' = 'loading';
  private past: readonly Alert[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(private readonly live: Live) {}

  start(): void {
    this.running = true;
    void this.ask();
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** The newest of every episode that ended within the last hours or has not ended. */
  all(): Alert[] {
    const oldest = this.live.clock.now() - PAST_MS;
    const { ward } = this.live;
    const folded = ward.alarms.silentAsAWhole();
    return newestOf(this.past, ward.alarms.all()).filter(
      (alert) =>
        (Date.parse(alert.time) > oldest || alert.state !== 'resolved') &&
        !(isActive(alert) && alert.rule === 'gap' && folded.has(alert.patient)),
    );
  }

  /** Asks for each patient whose alarms this person may see. */
  async ask(): Promise<void> {
    clearTimeout(this.timer);
    const to = this.live.clock.now();
    const patients = [...this.live.ward.beds.keys()];
    const found: Alert[] = [];
    let answered = 0;
    await inLanes(patients, LANES, async (patient) => {
      const episodes = await this.live.api.episodes(patient, to - PAST_MS, to);
      found.push(...episodes.map(settled));
      answered++;
    });
    if (answered === patients.length && patients.length) {
      this.past = found;
      this.state = 'loaded';
    } else if (this.state === 'loading' && patients.length) {
      this.state = 'failed';
    }
    this.changes.tell();
    if (this.running)
      this.timer = setTimeout(() => void this.ask(), patients.length ? AGAIN_MS : 500);
  }
}
