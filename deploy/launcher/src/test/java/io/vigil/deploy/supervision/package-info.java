/** Supervision of small JVMs that stand in for services, and of real engines. */
@NullMarked
package io.vigil.deploy.supervision;

import org.jspecify.annotations.NullMarked;
