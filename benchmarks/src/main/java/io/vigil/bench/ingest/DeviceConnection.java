package io.vigil.bench.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * One device's connection: sends its request again once the answer is there, until its time is up.
 * Belongs to its event loop.
 */
final class DeviceConnection extends SimpleChannelInboundHandler<ByteBuf> {
  private final ByteBuf request;
  private final int readings;
  private final StringBuilder answer = new StringBuilder();
  private final CompletableFuture<Long> acknowledged = new CompletableFuture<>();
  private long answers;
  private long mostAnswers;
  private long untilNanos;

  /**
   * Sends nothing yet.
   *
   * @param readings in the request
   */
  DeviceConnection(byte[] request, int readings) {
    this.request = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(request).asReadOnly());
    this.readings = readings;
  }

  /**
   * Begins to send.
   *
   * @param untilNanos no request is begun after this time of the monotonic clock
   * @param most nor more than so many
   * @return how many readings were acknowledged, once the last answer is there; fails at the first
   *     answer that says anything else
   */
  CompletableFuture<Long> push(Channel channel, long untilNanos, long most) {
    channel
        .eventLoop()
        .execute(
            () -> {
              this.untilNanos = untilNanos;
              this.mostAnswers = most;
              send(channel);
            });
    return acknowledged;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // one that fails ends the connection, which is told
  private void send(Channel channel) {
    channel.writeAndFlush(request.duplicate(), channel.voidPromise());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, ByteBuf piece) {
    answer.append(piece.toString(ISO_8859_1));
    String text = answer.toString();
    if (!Answer.isWhole(text)) {
      return;
    }
    if (!Answer.accepts(text, readings)) {
      acknowledged.completeExceptionally(new IOException("a push was answered: " + text));
      return;
    }
    answer.setLength(0);
    answers++;
    if (answers < mostAnswers && System.nanoTime() < untilNanos) {
      send(ctx.channel());
    } else {
      acknowledged.complete(answers * readings);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    acknowledged.completeExceptionally(new IOException("the server has closed the connection"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    acknowledged.completeExceptionally(cause);
  }
}
