/** Settings from an environment, and back. */
@NullMarked
package io.vigil.deploy.setting;

import org.jspecify.annotations.NullMarked;
