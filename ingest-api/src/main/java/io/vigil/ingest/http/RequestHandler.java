package io.vigil.ingest.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vigil.ingest.metric.RequestTimers;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the requests of one connection, one after the other, and writes their answers. Belongs to
 * the connection's event loop, to which answers from elsewhere are handed over.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails leaves a closed channel
final class RequestHandler extends ChannelInboundHandlerAdapter {
  private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);

  private enum State {
    /** Waits for the head of a request. */
    HEAD,
    /** Takes the body of a request that is admitted. */
    BODY,
    /** Passes over the body of a request that is refused, to answer it at its end. */
    REFUSED,
    /** Owes an answer, or is writing it. */
    ANSWER,
    /** Has said its last word. */
    CLOSING
  }

  private final ReadingsEndpoint endpoint;
  private final SubmissionReader reader;
  private final RequestTimers timers;
  private final Deadlines deadlines;
  private final OneAtATime turns;
  private final BodyLimits limits;
  private final LoopDelay loopDelay;
  private final Body body;
  private State state = State.HEAD;
  private boolean stopping;
  private boolean keepAlive;
  private boolean http10;
  private long receivedAtNanos;
  private int passedOver;
  private Admission admission = new Admission.Refused(Problems.MALFORMED_REQUEST);

  RequestHandler(
      ReadingsEndpoint endpoint,
      SubmissionReader reader,
      RequestTimers timers,
      Deadlines deadlines,
      OneAtATime turns,
      BodyLimits limits,
      LoopDelay loopDelay) {
    this.endpoint = endpoint;
    this.reader = reader;
    this.timers = timers;
    this.deadlines = deadlines;
    this.turns = turns;
    this.limits = limits;
    this.loopDelay = loopDelay;
    this.body = new Body(limits);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (state == State.CLOSING) {
        return;
      }
      if (((HttpObject) message).decoderResult().isFailure()) {
        refuseAndClose(ctx, Problems.ofDecoder(((HttpObject) message).decoderResult().cause()));
        return;
      }
      if (message instanceof HttpRequest request) {
        takeHead(ctx, request);
      }
      if (message instanceof HttpContent content) {
        takeContent(ctx, content.content());
        if (message instanceof LastHttpContent) {
          endOfRequest(ctx);
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void takeHead(ChannelHandlerContext ctx, HttpRequest request) {
    receivedAtNanos = System.nanoTime();
    passedOver = 0;
    keepAlive = HttpUtil.isKeepAlive(request);
    http10 = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    if (!http10 && !request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
      refuseAndClose(ctx, Problems.VERSION_UNSUPPORTED);
      return;
    }
    admission = admit(request);
    if (admission instanceof Admission.Refused refused) {
      state = State.REFUSED;
      if (isAnnouncedTooLarge(request) || HttpUtil.is100ContinueExpected(request)) {
        refuseAndClose(ctx, refused.answer());
      }
      return;
    }
    state = State.BODY;
    reader.begin((Admission.Admitted) admission);
    if (HttpUtil.is100ContinueExpected(request)) {
      ctx.writeAndFlush(Responses.goOn());
    }
  }

  private Admission admit(HttpRequest request) {
    if (!loopDelay.serves(receivedAtNanos)) {
      return new Admission.Refused(Problems.LOOP_DELAY);
    }
    Admission admitted = endpoint.admit(request, receivedAtNanos);
    return admitted instanceof Admission.Admitted && isAnnouncedTooLarge(request)
        ? new Admission.Refused(limits.tooLarge())
        : admitted;
  }

  private boolean isAnnouncedTooLarge(HttpRequest request) {
    return HttpUtil.getContentLength(request, 0L) > limits.most();
  }

  private void takeContent(ChannelHandlerContext ctx, ByteBuf content) {
    if (state == State.BODY) {
      Answer refusal = body.add(ctx.alloc(), content);
      if (refusal == null) {
        refusal = endpoint.arrived(body, content, ctx.alloc(), reader);
      }
      if (refusal != null) {
        refuseAndClose(ctx, refusal);
      }
    } else if (state == State.REFUSED) {
      passedOver += content.readableBytes();
      if (passedOver > limits.most()) {
        refuseAndClose(ctx, ((Admission.Refused) admission).answer());
      }
    }
  }

  private void endOfRequest(ChannelHandlerContext ctx) {
    if (state != State.BODY && state != State.REFUSED) {
      return;
    }
    state = State.ANSWER;
    deadlines.requestReceived();
    receivedAtNanos = System.nanoTime();
    if (admission instanceof Admission.Admitted admitted) {
      endpoint.submit(
          admitted, body.bytes(ctx.alloc()), reader, answer -> answerFromAnywhere(ctx, answer));
      body.release();
    } else {
      answer(ctx, ((Admission.Refused) admission).answer());
    }
  }

  private void answerFromAnywhere(ChannelHandlerContext ctx, Answer answer) {
    if (ctx.executor().inEventLoop()) {
      answer(ctx, answer);
      return;
    }
    try {
      ctx.executor().execute(() -> answer(ctx, answer));
    } catch (RejectedExecutionException e) {
      log.debug("An answer came after the server has stopped", e);
    }
  }

  private void answer(ChannelHandlerContext ctx, Answer answer) {
    boolean keep = keepAlive && !stopping;
    ChannelFuture written = write(ctx, answer, keep);
    if (keep) {
      written.addListener((ChannelFutureListener) done -> answered(ctx, done));
    } else {
      state = State.CLOSING;
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void answered(ChannelHandlerContext ctx, ChannelFuture written) {
    if (!written.isSuccess()) {
      ctx.close();
      return;
    }
    state = State.HEAD;
    deadlines.answered();
    turns.answered();
  }

  /** Answers before the request has come to its end, so that nothing after it can be understood. */
  private void refuseAndClose(ChannelHandlerContext ctx, Answer answer) {
    body.release();
    write(ctx, answer, false).addListener(LastWord.SAID);
    state = State.CLOSING;
  }

  private ChannelFuture write(ChannelHandlerContext ctx, Answer answer, boolean keep) {
    deadlines.answering();
    timers.answered(answer.status().code(), System.nanoTime() - receivedAtNanos);
    return ctx.writeAndFlush(Responses.of(answer, keep, http10));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == Deadlines.Missed.REQUEST && state != State.CLOSING) {
      refuseAndClose(ctx, Problems.REQUEST_TIMEOUT);
    } else if (event instanceof Deadlines.Missed || event instanceof ChannelInputShutdownEvent) {
      ctx.close();
    } else if (event == Stopping.NOW) {
      stopping = true;
      if (deadlines.isIdle()) {
        ctx.close();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    state = State.CLOSING;
    body.release();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, @Nullable Throwable cause) {
    if (cause instanceof IOException) {
      log.debug("A connection broke", cause);
    } else {
      log.error("A connection failed", cause);
    }
    ctx.close();
  }
}
