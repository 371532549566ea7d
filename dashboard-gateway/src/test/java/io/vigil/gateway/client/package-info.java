/** Clients of the gateway for tests: real HTTP, real WebSockets. */
@NullMarked
package io.vigil.gateway.client;

import org.jspecify.annotations.NullMarked;
