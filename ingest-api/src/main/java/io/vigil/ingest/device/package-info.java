/**
 * Which device it is that pushes, by its token, and whose readings it may bring. What is known of
 * devices and patients comes from the registry in the log; tokens are known by their hashes alone.
 */
@NullMarked
package io.vigil.ingest.device;

import org.jspecify.annotations.NullMarked;
