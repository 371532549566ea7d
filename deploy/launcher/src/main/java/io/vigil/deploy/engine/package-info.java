/**
 * The engines, a real Kafka broker and a real Cassandra node, run from their Maven artifacts as
 * child processes on loopback. Tests start one with {@link io.vigil.deploy.engine.KafkaEngine} and
 * {@link io.vigil.deploy.engine.CassandraEngine} on free ports; the launcher starts both for good.
 * An engine whose folder holds data already goes on with them.
 */
@NullMarked
package io.vigil.deploy.engine;

import org.jspecify.annotations.NullMarked;
