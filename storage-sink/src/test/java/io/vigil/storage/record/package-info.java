/** Tests of the record with Kafka's own mock consumer and hand-written fakes. */
@NullMarked
package io.vigil.storage.record;

import org.jspecify.annotations.NullMarked;
