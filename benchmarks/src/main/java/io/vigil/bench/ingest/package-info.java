/**
 * How much a CPU-second of ingest takes in: Vigil's service against stock Spring, against a server
 * that does nothing, and against Kafka's own producer, each as a process of its own, under the load
 * of devices that each wait for their answer. Every answer is verified, and so is what the log
 * holds in the end.
 */
@NullMarked
package io.vigil.bench.ingest;

import org.jspecify.annotations.NullMarked;
