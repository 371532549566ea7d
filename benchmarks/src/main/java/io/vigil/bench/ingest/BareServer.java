package io.vigil.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetAddress;
import java.util.List;

/** The peer that bounds what is possible: answers 202 to whatever comes, and does nothing. */
public final class BareServer {
  private static final byte[] BODY = "{\"accepted\":1,\"rejected\":[]}".getBytes(US_ASCII);

  /** As many as Vigil has. */
  private static final int EVENT_LOOPS = 2;

  private BareServer() {}

  /** Runs until its process is ended; takes the port. */
  public static void main(List<String> arguments) {
    new ServerBootstrap()
        .group(new MultiThreadIoEventLoopGroup(EVENT_LOOPS, EpollIoHandler.newFactory()))
        .channel(EpollServerSocketChannel.class)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpServerCodec(), new Accept());
              }
            })
        .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments.get(0)))
        .syncUninterruptibly()
        .channel()
        .closeFuture()
        .syncUninterruptibly();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a write that fails leaves a closed channel
  private static final class Accept extends SimpleChannelInboundHandler<HttpContent> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpContent content) {
      if (content instanceof LastHttpContent) {
        FullHttpResponse answer =
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.ACCEPTED, Unpooled.wrappedBuffer(BODY));
        answer
            .headers()
            .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
            .setInt(HttpHeaderNames.CONTENT_LENGTH, BODY.length);
        ctx.writeAndFlush(answer, ctx.voidPromise());
      }
    }
  }
}
