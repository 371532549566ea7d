/**
 * What comes out of the log as it happens: readings, watermarks, alarm events, commands and
 * reception of all patients, read by one thread without a consumer group, so that every instance
 * has all of it. Listeners get what one poll brought, in the order of the log, with the place in
 * the log that it reaches to.
 */
@NullMarked
package io.vigil.gateway.tail;

import org.jspecify.annotations.NullMarked;
