package io.vigil.ingest.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches how long a connection takes for what it owes us: a request that has begun, an answer to
 * be read, a sign of life. It stands before the decoder, since a slow head is seen nowhere behind
 * it. One timer a connection looks now and then, so that a request costs no timer of its own; a
 * deadline is therefore noticed up to half of its length late.
 */
final class Deadlines extends ChannelInboundHandlerAdapter {
  /** What did not happen in time. */
  enum Missed {
    REQUEST,
    ANSWER_READ,
    SIGN_OF_LIFE
  }

  private enum Phase {
    IDLE,
    RECEIVING,
    WORKING,
    ANSWERING
  }

  private final long requestWithinNanos;
  private final long idleForNanos;
  private Phase phase = Phase.IDLE;
  private long sinceNanos = System.nanoTime();

  Deadlines(Duration requestWithin, Duration idleFor) {
    this.requestWithinNanos = requestWithin.toNanos();
    this.idleForNanos = idleFor.toNanos();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    lookAgain(ctx);
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (phase == Phase.IDLE) {
      enter(Phase.RECEIVING);
    }
    ctx.fireChannelRead(bytes);
  }

  /** The request has arrived to its last byte; what takes time now is ours. */
  void requestReceived() {
    phase = Phase.WORKING;
  }

  /** The answer is on its way. */
  void answering() {
    enter(Phase.ANSWERING);
  }

  /** The answer is written; the next request may come. */
  void answered() {
    phase = Phase.IDLE;
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return phase == Phase.IDLE;
  }

  private void enter(Phase next) {
    phase = next;
    sinceNanos = System.nanoTime();
  }

  private void look(ChannelHandlerContext ctx) {
    long nanos = System.nanoTime() - sinceNanos;
    switch (phase) {
      case IDLE -> tell(ctx, nanos > idleForNanos, Missed.SIGN_OF_LIFE);
      case RECEIVING -> tell(ctx, nanos > requestWithinNanos, Missed.REQUEST);
      case ANSWERING -> tell(ctx, nanos > requestWithinNanos, Missed.ANSWER_READ);
      case WORKING -> {}
    }
    lookAgain(ctx);
  }

  private static void tell(ChannelHandlerContext ctx, boolean missed, Missed what) {
    if (missed) {
      ctx.fireUserEventTriggered(what);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // looking does not fail
  private void lookAgain(ChannelHandlerContext ctx) {
    if (ctx.channel().isActive()) {
      long every = Math.min(requestWithinNanos, idleForNanos) / 2;
      ctx.executor().schedule(() -> look(ctx), every, TimeUnit.NANOSECONDS);
    }
  }
}
