package io.vigil.ingest.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The server itself, from its port being taken to its last answer. It starts after everything that
 * it needs and stops before: no new connections, answers to what is under way, then the end.
 */
public final class IngestServer implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(IngestServer.class);
  private static final int BACKLOG = 1_024;

  private final HttpProperties properties;
  private final Connections connections;
  private final ConnectionInitializer initializer;
  private @Nullable EventLoopGroup eventLoops;
  private volatile @Nullable Channel server;

  IngestServer(
      HttpProperties properties, Connections connections, ConnectionInitializer initializer) {
    this.properties = properties;
    this.connections = connections;
    this.initializer = initializer;
  }

  @Override
  public void start() {
    Transport transport = Transport.best();
    EventLoopGroup loops = transport.eventLoops(properties.eventLoops());
    eventLoops = loops;
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(initializer)
            .bind(properties.bind(), properties.port())
            .syncUninterruptibly()
            .channel();
    log.info("Takes readings at {}:{} by {}", properties.bind(), port(), transport.name());
  }

  /** The port that was taken. */
  public int port() {
    Channel current = server;
    if (current == null) {
      throw new IllegalStateException("not started");
    }
    return ((InetSocketAddress) current.localAddress()).getPort();
  }

  @Override
  public void stop() {
    Channel current = server;
    EventLoopGroup loops = eventLoops;
    if (current == null || loops == null) {
      return;
    }
    current.close().syncUninterruptibly();
    connections.finish();
    connections.awaitClosed(properties.stopWithin());
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    server = null;
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  /** Starts last and stops first. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
