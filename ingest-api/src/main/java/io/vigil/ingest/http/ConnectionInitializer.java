package io.vigil.ingest.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.vigil.ingest.limit.LimitsProperties;
import io.vigil.ingest.metric.RequestTimers;
import io.vigil.ingest.reading.ReadingsParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts together what stands between a socket and the endpoint. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private static final int LONGEST_LINE = 2_048;
  private static final int CHUNK = 64 * 1024;

  private final HttpProperties properties;
  private final Connections connections;
  private final ReadingsEndpoint endpoint;
  private final RequestTimers timers;
  private final BodyLimits limits;
  private final LimitsProperties shedding;
  private final Map<EventLoop, LoopDelay> delays = new ConcurrentHashMap<>();

  ConnectionInitializer(
      HttpProperties properties,
      Connections connections,
      ReadingsEndpoint endpoint,
      RequestTimers timers,
      BodyLimits limits,
      LimitsProperties shedding) {
    this.properties = properties;
    this.connections = connections;
    this.endpoint = endpoint;
    this.timers = timers;
    this.limits = limits;
    this.shedding = shedding;
  }

  @Override
  protected void initChannel(Channel channel) {
    Deadlines deadlines = new Deadlines(properties.requestWithin(), properties.idleFor());
    OneAtATime turns = new OneAtATime();
    SubmissionReader reader =
        new SubmissionReader(limits, new ReadingsParser(properties.readings()));
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(new HttpServerCodec(decoding()));
    pipeline.addFirst(connections, deadlines);
    pipeline.addLast(turns);
    pipeline.addLast(
        new RequestHandler(
            endpoint, reader, timers, deadlines, turns, limits, delayOf(channel.eventLoop())));
  }

  private LoopDelay delayOf(EventLoop loop) {
    return delays.computeIfAbsent(
        loop,
        each -> {
          LoopDelay delay = new LoopDelay(shedding.loopDelay(), shedding.shedAbove());
          delay.watch(each);
          return delay;
        });
  }

  private HttpDecoderConfig decoding() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize((int) properties.headers().toBytes())
        .setMaxChunkSize(CHUNK);
  }
}
