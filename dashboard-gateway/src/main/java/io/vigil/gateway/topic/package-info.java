/**
 * The topics that the gateway needs: created where they are not there yet, whenever the broker
 * comes, and the settings by which its own consumers reach them.
 */
@NullMarked
package io.vigil.gateway.topic;

import org.jspecify.annotations.NullMarked;
