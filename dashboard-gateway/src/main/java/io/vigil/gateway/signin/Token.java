package io.vigil.gateway.signin;

import java.time.Instant;

/** A bearer token as its owner gets it. */
record Token(String token, Instant expiresAt) {}
