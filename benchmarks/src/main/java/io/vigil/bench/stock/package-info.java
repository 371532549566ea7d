/**
 * Ingest as Spring's guides have it: a REST controller on Tomcat, a filter that knows devices by
 * their tokens, Bean Validation, a {@code KafkaTemplate}, all at their defaults. It knows the same
 * devices, refuses the same readings and writes the same messages as Vigil's.
 */
@NullMarked
package io.vigil.bench.stock;

import org.jspecify.annotations.NullMarked;
