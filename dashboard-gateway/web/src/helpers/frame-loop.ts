import { Listeners } from '../models/listeners';

/** One animation loop for everything that moves; rests when nothing does. */
class FrameLoop extends Listeners<number> {
  private frame = 0;

  override add(listener: (now: number) => void): () => void {
    const stop = super.add(listener);
    if (!this.frame) this.frame = requestAnimationFrame(this.run);
    return stop;
  }

  private readonly run = (now: number): void => {
    this.tell(now);
    this.frame = this.size ? requestAnimationFrame(this.run) : 0;
  };
}

export const frameLoop = new FrameLoop();
