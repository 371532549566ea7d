/** What the probes take for healthy. */
@NullMarked
package io.vigil.deploy.health;

import org.jspecify.annotations.NullMarked;
