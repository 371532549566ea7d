/** The commands of {@code ./vigil} that look into what runs and mend it: a class each. */
@NullMarked
package io.vigil.deploy.operator.command;

import org.jspecify.annotations.NullMarked;
