/**
 * Child processes: how one is described, started, watched and stopped. A child writes into a log
 * file of its own and holds on to its parent by a tether, so that none is left over when the
 * launcher dies, even by kill -9. A mark on disk tells a later launcher which process it was.
 */
@NullMarked
package io.vigil.deploy.process;

import org.jspecify.annotations.NullMarked;
