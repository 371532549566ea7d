/**
 * Whose news a doctor wants to hear, and the news: alarms, pauses, limits and who broke the glass,
 * gathered from the log. Who follows a patient hears nothing more once the right to see them ends.
 */
@NullMarked
package io.vigil.gateway.feed;

import org.jspecify.annotations.NullMarked;
