/**
 * JDKs on this machine. Cassandra 5.0 runs on 17 and on no later one, while everything else runs on
 * 17 or later, so that a machine with a newer {@code java} needs a second one for it.
 */
@NullMarked
package io.vigil.deploy.jdk;

import org.jspecify.annotations.NullMarked;
