/**
 * What is played: which beds there are, what their devices push when, what is broken meanwhile, and
 * which episodes have to come of it by the contract. Pure.
 */
@NullMarked
package io.vigil.deploy.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
