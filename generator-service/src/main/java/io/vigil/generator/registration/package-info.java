/**
 * Makes the simulated beds known at the gateway, as an administrator would by hand: the patient,
 * the doctor's grant and the device. The devices' tokens are kept on disk, so that a restart
 * registers nobody twice; a device whose token is no longer known is registered again.
 */
@NullMarked
package io.vigil.generator.registration;

import org.jspecify.annotations.NullMarked;
