package io.vigil.gateway.live;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands the sessions over when this instance stops, before the web server does. */
@Component
class LiveShutdown implements SmartLifecycle {
  private final LiveHub hub;
  private volatile boolean running;

  LiveShutdown(LiveHub hub) {
    this.hub = hub;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    hub.closeAll();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
