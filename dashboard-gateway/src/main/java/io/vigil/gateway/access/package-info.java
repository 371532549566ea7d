/**
 * Who may see whom: a doctor those whom a grant names, a patient themselves. An administrator knows
 * who is admitted, but sees vitals and alarms only under a grant, like everybody.
 */
@NullMarked
package io.vigil.gateway.access;

import org.jspecify.annotations.NullMarked;
