package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSenderTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);

  private final Target target = new Target();
  private final HttpSender sender = sender(new OutsideAddresses(Webhooks.LOOPBACK));

  private static HttpSender sender(OutsideAddresses addresses) {
    return new HttpSender(
        addresses,
        Webhooks.properties(Duration.ofSeconds(2)),
        InstantSource.fixed(Instant.ofEpochSecond(1_614_265_330)));
  }

  @AfterEach
  void close() throws IOException {
    sender.close();
    target.close();
  }

  private Answer send() {
    return sender.send(target.url(), SECRET, "id-1", BODY);
  }

  @Test
  void postsTheEventAsItIsSigned() {
    Answer answer = send();

    assertThat(answer).isEqualTo(new Answer.Taken());
    assertThat(target.got())
        .containsExactly(
            new Target.Got(
                "id-1",
                "1614265330",
                Signature.of(SECRET, "id-1", 1_614_265_330, BODY),
                "application/cloudevents+json; charset=UTF-8",
                "{\"a\":1}"));
  }

  @Test
  void tellsWhatTheTargetAnswered() {
    target.answers(request -> 500);

    assertThat(send()).isEqualTo(new Answer.Refused(500));
  }

  @Test
  void followsNoRedirect() {
    target.answers(request -> 307);

    assertThat(send()).isEqualTo(new Answer.Refused(307));
    assertThat(target.got()).hasSize(1);
  }

  @Test
  void waitsNoLongerThanItsTimeForATargetThatHangs() {
    target.answers(request -> -1);

    assertThat(send()).isEqualTo(new Answer.Unanswered("timeout"));
  }

  @Test
  void tellsOfATargetThatIsNotThere() {
    URI nobody = target.url();
    target.close();

    assertThat(sender.send(nobody, SECRET, "id-1", BODY))
        .isEqualTo(new Answer.Unanswered("unreachable"));
  }

  @Test
  void neverDialsAnAddressInside() throws IOException {
    try (HttpSender careful = sender(new OutsideAddresses(List.of()))) {
      assertThat(careful.send(target.url(), SECRET, "id-1", BODY))
          .isEqualTo(new Answer.Unanswered("forbidden_address"));
      URI byName = URI.create("http://localhost:" + target.url().getPort() + "/");
      assertThat(careful.send(byName, SECRET, "id-1", BODY))
          .isEqualTo(new Answer.Unanswered("forbidden_address"));
    }

    assertThat(target.got()).isEmpty();
  }

  @Test
  void dialsTheAddressThatItHasLookedAtAndAsksNobodyAgain() throws IOException {
    Rebinding names = new Rebinding();
    OutsideAddresses careful = new OutsideAddresses(names, List.of(Network.of("127.0.0.1/32")));
    URI rebound = URI.create("http://rebound.example:" + target.url().getPort() + "/");

    try (HttpSender before = sender(careful);
        HttpSender after = sender(careful)) {
      assertThat(before.send(rebound, SECRET, "id-1", BODY)).isEqualTo(new Answer.Taken());
      assertThat(names.asked).hasValue(1);
      assertThat(after.send(rebound, SECRET, "id-2", BODY))
          .isEqualTo(new Answer.Unanswered("forbidden_address"));
    }
  }

  /** Answers with an allowed address at first, and with one inside from then on. */
  private static final class Rebinding implements DnsResolver {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
      String address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2";
      return new InetAddress[] {InetAddress.getByName(address)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
