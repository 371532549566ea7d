/** Tests of the intake with Kafka's own mock consumer and hand-written fakes. */
@NullMarked
package io.vigil.storage.intake;

import org.jspecify.annotations.NullMarked;
