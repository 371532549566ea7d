package io.vigil.ingest.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;

/** The open connections: bounds their number and lets them end well. Safe for any thread. */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails leaves a closed channel
final class Connections extends ChannelInboundHandlerAdapter {
  private final int most;
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  Connections(int most) {
    this.most = most;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (open.size() >= most) {
      Answer answer =
          Problems.overloaded("connections", most + " connections are open, which is all that may");
      ctx.channel()
          .writeAndFlush(Responses.of(answer, false, false))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    open.add(ctx.channel());
    ctx.fireChannelActive();
  }

  /** How many are open. */
  int size() {
    return open.size();
  }

  /** Closes those that are idle, and each other one once it has its answer. */
  void finish() {
    for (Channel channel : open) {
      channel.pipeline().fireUserEventTriggered(Stopping.NOW);
    }
  }

  /** Waits until all are closed; closes those that are not by then. */
  void awaitClosed(Duration within) {
    if (!open.newCloseFuture().awaitUninterruptibly(within.toMillis())) {
      open.close().awaitUninterruptibly();
    }
  }
}
