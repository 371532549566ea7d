/**
 * Serves the web page: what the build left in the class path, cached for as long as it cannot
 * change. Routes of the page itself, such as {@code /patients/p-0001}, all answer its one HTML
 * file.
 */
@NullMarked
package io.vigil.gateway.page;

import org.jspecify.annotations.NullMarked;
