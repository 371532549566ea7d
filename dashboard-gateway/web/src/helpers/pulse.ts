import { Listeners } from '../models/listeners';

const EVERY_MS = 250;

/** Four times a second, for whatever counts time in words; rests when nobody listens. */
class Pulse extends Listeners {
  private timer: ReturnType<typeof setInterval> | undefined;

  override add(listener: () => void): () => void {
    const stop = super.add(listener);
    this.timer ??= setInterval(() => this.tell(), EVERY_MS);
    return () => {
      stop();
      if (this.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    };
  }
}

export const pulse = new Pulse();
