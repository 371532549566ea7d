/**
 * The bare HTTP server at which devices knock, on Netty: a stock servlet stack costs six to nine
 * times the processor time for each reading, most of it for what this one endpoint does not use. A
 * few event loops serve all connections and nothing blocks them. Everything is bounded, and every
 * bound that is reached is named in the answer.
 */
@NullMarked
package io.vigil.ingest.http;

import org.jspecify.annotations.NullMarked;
