/**
 * Rehearsals: scripted emergencies, played by patients and devices of their own against a Vigil
 * that runs, and scored by what is heard on vitals.alerts. Demo, regression test and training in
 * one.
 */
@NullMarked
package io.vigil.deploy.rehearsal;

import org.jspecify.annotations.NullMarked;
