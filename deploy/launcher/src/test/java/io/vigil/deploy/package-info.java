/**
 * Tests of the launcher: its pure parts, and real engines that are started, killed and restarted.
 */
@NullMarked
package io.vigil.deploy;

import org.jspecify.annotations.NullMarked;
