/**
 * The users of a run on one machine: their passwords, which are readable by the owner of the state
 * folder alone, the hashes of these that the gateway checks sign-ins against, and the secret that
 * it signs tokens with. All three are made once and kept over restarts.
 */
@NullMarked
package io.vigil.deploy.credential;

import org.jspecify.annotations.NullMarked;
