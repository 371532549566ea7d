/**
 * TCP ports on this machine: which are free, and who holds one that is not. A port that is taken is
 * named with its holder before anything starts, which is the commonest reason for a start to fail.
 */
@NullMarked
package io.vigil.deploy.port;

import org.jspecify.annotations.NullMarked;
