/**
 * Where things are: the tree of sources and built jars, and the folder that keeps the state of a
 * run. Everything that outlives a process lies below the state folder, so that one can be thrown
 * away, moved or kept on its own.
 */
@NullMarked
package io.vigil.deploy.folder;

import org.jspecify.annotations.NullMarked;
