/** The command {@code ./vigil rehearse}. */
@NullMarked
package io.vigil.deploy.rehearsal.command;

import org.jspecify.annotations.NullMarked;
