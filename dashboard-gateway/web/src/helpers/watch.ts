import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Listeners } from '../models/listeners';

/** Lets an element hear of a model for as long as it is on the page. */
export class Watch<T> implements ReactiveController {
  private stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly source: () => Listeners<T>,
    private readonly heard: (event: T) => void = () => host.requestUpdate(),
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.source().add(this.heard);
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}
