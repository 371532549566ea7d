package io.vigil.alert.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Tells admins by the bearer token that the gateway gave them. */
@Component
class Admins {
  private static final String BEARER = "Bearer ";
  private static final String ISSUER = "vigil";

  private final WebhookProperties properties;
  private volatile @Nullable JwtDecoder decoder;

  Admins(WebhookProperties properties) {
    this.properties = properties;
  }

  /**
   * The admin whose token this is.
   *
   * @param authorization the header, or null
   * @throws Refused if it is nobody's, or that of somebody else
   */
  String require(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw unauthorized();
    }
    String name = nameOf(authorization.substring(BEARER.length()));
    if (!properties.admins().contains(name)) {
      throw new Refused(HttpStatus.FORBIDDEN, "not_admin", "Only admins may do this");
    }
    return name;
  }

  private String nameOf(String token) {
    try {
      return String.valueOf(decoder().decode(token).getSubject());
    } catch (JwtException e) {
      throw unauthorized();
    }
  }

  private static Refused unauthorized() {
    Refused refused =
        new Refused(
            HttpStatus.UNAUTHORIZED, "no_token", "A bearer token of the gateway's is needed");
    refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return refused;
  }

  /** Made at the first use: the secret may be written after this service has started. */
  private JwtDecoder decoder() {
    JwtDecoder known = decoder;
    if (known == null) {
      known = read();
      decoder = known;
    }
    return known;
  }

  private JwtDecoder read() {
    try {
      byte[] secret =
          Base64.getDecoder().decode(Files.readString(properties.tokenSecretFile()).strip());
      NimbusJwtDecoder made =
          NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret, "HmacSHA256"))
              .macAlgorithm(MacAlgorithm.HS256)
              .build();
      JwtTimestampValidator timestamps = new JwtTimestampValidator();
      timestamps.setAllowEmptyExpiryClaim(false);
      made.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(ISSUER)));
      return made;
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused(
          HttpStatus.SERVICE_UNAVAILABLE,
          "sign_in_unavailable",
          "The gateway's token secret cannot be read");
    }
  }
}
