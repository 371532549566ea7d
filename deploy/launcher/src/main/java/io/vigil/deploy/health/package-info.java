/**
 * Whether a part does its work, asked in the part's own language: HTTP of a service, the wire
 * protocols of Kafka and Cassandra of the engines. A stopped process still accepts connections,
 * therefore every probe waits for an answer, and none longer than two seconds.
 */
@NullMarked
package io.vigil.deploy.health;

import org.jspecify.annotations.NullMarked;
