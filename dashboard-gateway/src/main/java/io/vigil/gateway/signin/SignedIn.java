package io.vigil.gateway.signin;

import java.time.Instant;

/**
 * Somebody who has proved who they are.
 *
 * @param issuedAt when they signed in, or when that was last renewed
 * @param until when they have to prove it again
 */
public record SignedIn(Person person, Instant issuedAt, Instant until) {}
