/**
 * Wards and ward gateways that fall silent as a whole: one alarm for all of their patients, whose
 * gaps the partitions tell. One task sees the patients of all partitions, in the order of the times
 * that the partitions say, so that what it decides is a function of the log as well.
 */
@NullMarked
package io.vigil.alert.storm;

import org.jspecify.annotations.NullMarked;
