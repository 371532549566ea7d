/** The search for a JDK, on file trees made for it. */
@NullMarked
package io.vigil.deploy.jdk;

import org.jspecify.annotations.NullMarked;
