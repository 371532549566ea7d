package io.vigil.alert.webhook;

import io.vigil.schema.alert.AlertEvent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts by HTTP, to addresses that may be dialled alone, following no redirect and waiting for no
 * more than the answer's status. Safe for threads.
 */
final class HttpSender implements Sender, AutoCloseable {
  private static final ContentType CLOUD_EVENT = ContentType.parse(AlertEvent.CONTENT_TYPE);

  private final CloseableHttpClient client;
  private final InstantSource clock;
  private final long withinMs;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  HttpSender(OutsideAddresses addresses, WebhookProperties properties, InstantSource clock) {
    this.clock = clock;
    this.withinMs = properties.timeout().toMillis();
    this.client = client(addresses, properties);
  }

  private static CloseableHttpClient client(
      OutsideAddresses addresses, WebhookProperties properties) {
    Timeout timeout = Timeout.of(properties.timeout());
    int connections = properties.subscriptions() * properties.atOnce();
    var pool =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(addresses)
            .setMaxConnPerRoute(properties.atOnce())
            .setMaxConnTotal(connections)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .setTimeToLive(TimeValue.ofMinutes(1))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(pool)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .setUserAgent("vigil-webhooks")
        .build();
  }

  @Override
  public Answer send(URI url, String secret, String id, byte[] body) {
    HttpPost request = new HttpPost(url);
    long second = clock.instant().getEpochSecond();
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", Long.toString(second));
    request.setHeader("webhook-signature", Signature.of(secret, id, second, body));
    request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
    // The socket's own time-out starts anew with each byte that trickles in.
    Future<?> deadline = deadlines.schedule(request::cancel, withinMs, TimeUnit.MILLISECONDS);
    // Once the status is there, whatever becomes of the rest of the answer says nothing.
    AtomicInteger status = new AtomicInteger();
    try {
      client.execute(
          request,
          response -> {
            status.set(response.getCode());
            return response;
          });
      return answerOf(status.get());
    } catch (OutsideAddresses.ForbiddenAddress e) {
      return new Answer.Unanswered("forbidden_address");
    } catch (UnknownHostException e) {
      return new Answer.Unanswered("unknown_host");
    } catch (IOException e) {
      return status.get() > 0 ? answerOf(status.get()) : unanswered(request, e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static Answer unanswered(HttpPost request, IOException failure) {
    boolean isTimeout = request.isCancelled() || failure instanceof InterruptedIOException;
    return new Answer.Unanswered(isTimeout ? "timeout" : "unreachable");
  }

  private static Answer answerOf(int status) {
    return status / 100 == 2 ? new Answer.Taken() : new Answer.Refused(status);
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    client.close();
  }
}
