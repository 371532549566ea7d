/**
 * People's way into Vigil: sign-in, the registry of patients, devices and grants, live readings and
 * alarms, history, and the web page. Each package beneath is one capability. The gateway decides no
 * alarms and keeps no state of its own: all it knows is a view of the log.
 */
@NullMarked
package io.vigil.gateway;

import org.jspecify.annotations.NullMarked;
