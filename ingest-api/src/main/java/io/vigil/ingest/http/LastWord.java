package io.vigil.ingest.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client may still be sending. Closing at once would make the kernel
 * reset the connection, and the client might never read the answer; so our side is closed first,
 * and the rest a little later.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing a closed channel is nothing
final class LastWord implements ChannelFutureListener {
  static final LastWord SAID = new LastWord();

  private static final int LINGER_SECONDS = 2;

  private LastWord() {}

  @Override
  public void operationComplete(ChannelFuture written) {
    Channel channel = written.channel();
    if (!written.isSuccess() || !(channel instanceof DuplexChannel duplex)) {
      channel.close();
      return;
    }
    duplex.shutdownOutput();
    channel.config().setAutoRead(true);
    channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
  }
}
