/**
 * The history: immutable fragments of readings in Cassandra, appended and never read before a
 * write. The session is opened in the background; while the database is away every append fails at
 * once or within the request's timeout, and whoever appends tries again.
 */
@NullMarked
package io.vigil.storage.history;

import org.jspecify.annotations.NullMarked;
