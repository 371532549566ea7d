/** Passwords, hashes and who may read them. */
@NullMarked
package io.vigil.deploy.credential;

import org.jspecify.annotations.NullMarked;
