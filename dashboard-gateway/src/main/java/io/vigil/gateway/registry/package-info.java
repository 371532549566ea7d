/**
 * Patients, devices and grants: administrators change them, the topic vitals.registry keeps them,
 * and the view in memory follows the topic. An answer to a change is given once the view has taken
 * it in, so that whoever changes something reads it afterwards.
 */
@NullMarked
package io.vigil.gateway.registry;

import org.jspecify.annotations.NullMarked;
