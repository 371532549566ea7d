/** Ports that are taken, and settings of ports that cannot be. */
@NullMarked
package io.vigil.deploy.port;

import org.jspecify.annotations.NullMarked;
