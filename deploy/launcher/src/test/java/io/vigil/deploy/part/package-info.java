/** How a service's jar is made ready to run. */
@NullMarked
package io.vigil.deploy.part;

import org.jspecify.annotations.NullMarked;
