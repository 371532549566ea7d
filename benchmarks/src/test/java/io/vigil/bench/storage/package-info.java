@NullMarked
package io.vigil.bench.storage;

import org.jspecify.annotations.NullMarked;
