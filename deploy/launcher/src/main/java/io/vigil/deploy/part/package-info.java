/**
 * The parts of Vigil as they run on one machine: two engines and five services. A part says which
 * ports it needs, how it is started and how it is asked for its health; nothing here starts one.
 */
@NullMarked
package io.vigil.deploy.part;

import org.jspecify.annotations.NullMarked;
