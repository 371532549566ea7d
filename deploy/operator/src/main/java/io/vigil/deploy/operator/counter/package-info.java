/**
 * What the services themselves have counted since they started, read from their Prometheus
 * endpoints, and the laws that these numbers have to obey.
 */
@NullMarked
package io.vigil.deploy.operator.counter;

import org.jspecify.annotations.NullMarked;
