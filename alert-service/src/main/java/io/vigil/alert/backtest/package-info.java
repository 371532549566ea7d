/**
 * Which alarms limits would have given on readings of the past: the rules that judge the present,
 * run over what a caller brings. It reads no store and keeps nothing.
 */
@NullMarked
package io.vigil.alert.backtest;

import org.jspecify.annotations.NullMarked;
