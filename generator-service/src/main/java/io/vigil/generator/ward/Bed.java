package io.vigil.generator.ward;

/**
 * A bed with a patient in it.
 *
 * @param patient the patient's id, for example {@code p-0001}
 * @param name the patient's name
 * @param ward for example {@code Ward 3 West}
 * @param number the bed's number in its ward, for example {@code 01}
 * @param highPriority whether the patient needs more attention than most
 */
public record Bed(String patient, String name, String ward, String number, boolean highPriority) {}
