@NullMarked
package io.vigil.deploy.operator;

import org.jspecify.annotations.NullMarked;
