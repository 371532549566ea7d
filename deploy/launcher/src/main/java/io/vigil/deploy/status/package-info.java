/**
 * What runs, with its health: each part's process, port, answer and memory, as a table for people
 * and as an exit code for scripts.
 */
@NullMarked
package io.vigil.deploy.status;

import org.jspecify.annotations.NullMarked;
