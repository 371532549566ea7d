package io.vigil.ingest.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request of a connection through at a time. What a client sends before it has its answer
 * waits here; that is at most what one read brought, since no more is read then. So answers keep
 * the order of the requests, and a client cannot fill our memory by pipelining.
 */
final class OneAtATime extends ChannelInboundHandlerAdapter {
  private final Queue<Object> waiting = new ArrayDeque<>(4);
  private boolean answering;
  private boolean lettingThrough;
  private boolean inputClosed;
  private @Nullable ChannelHandlerContext here;

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    here = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (answering || !waiting.isEmpty()) {
      waiting.add(message);
      ctx.channel().config().setAutoRead(false);
    } else {
      pass(ctx, message);
    }
  }

  private void pass(ChannelHandlerContext ctx, Object message) {
    answering = message instanceof LastHttpContent;
    ctx.fireChannelRead(message);
  }

  /** The request that was let through is answered. */
  void answered() {
    answering = false;
    if (here != null && (!waiting.isEmpty() || inputClosed)) {
      letThrough(here);
    }
  }

  private void letThrough(ChannelHandlerContext ctx) {
    if (lettingThrough) {
      return; // an answer came at once, and the loop below goes on
    }
    lettingThrough = true;
    while (!answering && !waiting.isEmpty()) {
      pass(ctx, waiting.remove());
    }
    lettingThrough = false;
    if (!answering) {
      ctx.channel().config().setAutoRead(true);
      tellInputClosed(ctx);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inputClosed = true;
      if (!answering && waiting.isEmpty()) {
        tellInputClosed(ctx);
      }
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  /** A client that has sent its last request and closed its side still gets all its answers. */
  private void tellInputClosed(ChannelHandlerContext ctx) {
    if (inputClosed) {
      ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    ctx.fireChannelInactive();
  }
}
