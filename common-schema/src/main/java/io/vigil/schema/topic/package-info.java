/**
 * The Kafka topics by which the services meet: their names, and what they need to be created with.
 */
@NullMarked
package io.vigil.schema.topic;

import org.jspecify.annotations.NullMarked;
