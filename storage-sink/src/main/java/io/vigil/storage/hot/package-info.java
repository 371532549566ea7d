/**
 * The hot window: hours of readings as blocks in a Hazelcast map, for as long as the patient's
 * priority says. This service hosts the members; gateways read as clients. It is a cache of the
 * log, and nothing waits for it longer than a bounded time.
 */
@NullMarked
package io.vigil.storage.hot;

import org.jspecify.annotations.NullMarked;
