/**
 * The commands of {@code ./vigil} that need more than a shell: up, down, status, and the ones that
 * are announced but not built. Each is a class; what several of them need is in the other packages.
 */
@NullMarked
package io.vigil.deploy.command;

import org.jspecify.annotations.NullMarked;
