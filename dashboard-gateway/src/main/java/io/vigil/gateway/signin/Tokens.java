package io.vigil.gateway.signin;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Issues and verifies bearer tokens: JWTs that name the person and nothing of their rights, which
 * are looked up anew at each use. Safe for threads.
 */
public final class Tokens {
  private static final String ISSUER = "vigil";

  private final JwtEncoder encoder;
  private final JwtDecoder decoder;
  private final Users users;
  private final Duration lifetime;
  private final InstantSource clock;

  Tokens(SecretKey secret, Users users, Duration lifetime, InstantSource clock) {
    this.encoder = NimbusJwtEncoder.withSecretKey(secret).algorithm(MacAlgorithm.HS256).build();
    this.decoder = decoder(secret, clock.withZone(ZoneOffset.UTC));
    this.users = users;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  private static JwtDecoder decoder(SecretKey secret, Clock clock) {
    var timestamps = new JwtTimestampValidator(Duration.ZERO);
    timestamps.setClock(clock);
    timestamps.setAllowEmptyExpiryClaim(false);
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withSecretKey(secret).macAlgorithm(MacAlgorithm.HS256).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(ISSUER)));
    return decoder;
  }

  Token issue(Person person) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(lifetime);
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(ISSUER)
            .subject(person.username())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    String value = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    return new Token(value, expiresAt);
  }

  /** Who presents this token. */
  public SignedIn verify(String token) throws BadToken {
    try {
      return signedIn(decoder.decode(token));
    } catch (JwtException | IllegalArgumentException e) {
      throw new BadToken("The token is not one of ours, or has expired", e);
    }
  }

  JwtDecoder decoder() {
    return decoder;
  }

  /**
   * @throws IllegalArgumentException if we know nobody of that name any more
   */
  SignedIn signedIn(Jwt jwt) {
    Person person =
        users
            .find(requireNonNull(jwt.getSubject()))
            .map(User::person)
            .orElseThrow(() -> new IllegalArgumentException("nobody has this name any more"));
    return new SignedIn(
        person, requireNonNull(jwt.getIssuedAt()), requireNonNull(jwt.getExpiresAt()));
  }
}
