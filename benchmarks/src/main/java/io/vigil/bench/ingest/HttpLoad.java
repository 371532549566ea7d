package io.vigil.bench.ingest;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All devices' connections to one server; one thread serves them all. */
final class HttpLoad implements AutoCloseable {
  private static final Duration LAST_ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final List<Channel> channels = new ArrayList<>();
  private final List<DeviceConnection> devices = new ArrayList<>();

  /**
   * Opens a connection for each device.
   *
   * @param requests of each device
   * @param readings in each request
   */
  HttpLoad(int port, List<byte[]> requests, int readings) {
    for (byte[] request : requests) {
      DeviceConnection device = new DeviceConnection(request, readings);
      devices.add(device);
      channels.add(connect(port, device));
    }
  }

  private Channel connect(int port, DeviceConnection device) {
    return new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(device);
              }
            })
        .connect(InetAddress.getLoopbackAddress(), port)
        .syncUninterruptibly()
        .channel();
  }

  /**
   * Lets all devices push, each one request at a time.
   *
   * @param within no request is begun later
   * @param each nor more than so many by a device
   * @return how many readings were acknowledged
   * @throws java.util.concurrent.ExecutionException if any answer was another
   */
  long push(Duration within, int each) throws Exception {
    long until = System.nanoTime() + within.toNanos();
    List<CompletableFuture<Long>> pushed = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      pushed.add(devices.get(i).push(channels.get(i), until, each));
    }
    long readings = 0;
    for (CompletableFuture<Long> one : pushed) {
      readings += one.get(within.plus(LAST_ANSWERS_WITHIN).toMillis(), TimeUnit.MILLISECONDS);
    }
    return readings;
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
