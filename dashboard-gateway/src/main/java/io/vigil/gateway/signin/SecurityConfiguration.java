package io.vigil.gateway.signin;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.problem.ProblemWriter;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Wires sign-in and says which requests need it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " object-src 'none'";

  @Bean
  Users users(SignInProperties properties, tools.jackson.databind.json.JsonMapper json) {
    return Users.read(properties.usersFile(), json);
  }

  @Bean
  Tokens tokens(SignInProperties properties, Users users, InstantSource clock) {
    return new Tokens(
        TokenSecret.read(properties.tokenSecretFile()), users, properties.lifetime(), clock);
  }

  @Bean
  SignIn signIn(Users users, SignInProperties properties, Audit audit, InstantSource clock) {
    return new SignIn(new Passwords(users), new Attempts(properties), audit, clock);
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, Tokens tokens, ProblemWriter problems, InstantSource clock) {
    var refusal = new ProblemEntryPoint(problems);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(SecurityConfiguration::strict)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(POST, "/api/v1/token", "/api/v1/session")
                    .permitAll()
                    .requestMatchers(DELETE, "/api/v1/session")
                    .permitAll()
                    .requestMatchers(PUT, ADMINISTERED)
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers(DELETE, ADMINISTERED)
                    .hasRole(Role.ADMIN.name())
                    .requestMatchers(FOR_DOCTORS)
                    .hasRole(Role.DOCTOR.name())
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(new TokenOfRequest())
                    .authenticationEntryPoint(refusal)
                    .accessDeniedHandler(refusal)
                    .jwt(
                        jwt ->
                            jwt.decoder(tokens.decoder())
                                .jwtAuthenticationConverter(authentication(tokens))))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
        .addFilterBefore(new SameOriginFilter(problems), BearerTokenAuthenticationFilter.class)
        .addFilterAfter(
            new SessionRenewalFilter(tokens, clock), BearerTokenAuthenticationFilter.class)
        .build();
  }

  private static final String[] ADMINISTERED = {
    "/api/v1/patients/{id}",
    "/api/v1/patients/{id}/grants/{user}",
    "/api/v1/devices/{id}",
    "/api/v1/wards/{ward}/limits"
  };
  private static final String[] FOR_DOCTORS = {
    "/api/v1/alerts/{id}/acknowledge",
    "/api/v1/patients/{id}/pause",
    "/api/v1/patients/{id}/limits",
    "/api/v1/patients/{id}/limits/backtest",
    "/api/v1/patients/{id}/break-glass",
    "/api/v1/me/follows/**",
    "/api/v1/me/feed"
  };

  private static void strict(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(FrameOptionsConfig::deny)
        .contentTypeOptions(Customizer.withDefaults())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  private static Converter<Jwt, AbstractAuthenticationToken> authentication(Tokens tokens) {
    return jwt -> {
      try {
        return new PersonAuthentication(tokens.signedIn(jwt));
      } catch (IllegalArgumentException e) {
        throw new InvalidBearerTokenException("nobody has this name any more", e);
      }
    };
  }
}
