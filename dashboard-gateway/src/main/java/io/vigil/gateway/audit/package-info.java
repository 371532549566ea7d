/**
 * Who did or saw what, when, of whom and from where, told to the topic vitals.audit. Telling never
 * holds up or fails what is told of; what could not be written is counted.
 */
@NullMarked
package io.vigil.gateway.audit;

import org.jspecify.annotations.NullMarked;
