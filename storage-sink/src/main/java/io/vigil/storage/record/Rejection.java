package io.vigil.storage.record;

/**
 * What of a record cannot be stored.
 *
 * @param detail in words, without vitals or names
 * @param readings how many readings that concerns; 1 where they cannot be told
 */
public record Rejection(RejectReason reason, String detail, int readings) {}
