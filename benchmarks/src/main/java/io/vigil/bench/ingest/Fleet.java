package io.vigil.bench.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.RegistryEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Devices that push, each with a token of its own.
 *
 * @param name in which the ids of devices and patients begin
 * @param devices how many
 * @param patientsEach how many patients' readings a device brings, more than one for a ward's
 *     gateway
 */
record Fleet(String name, int devices, int patientsEach) {
  private static final int APART_MS = 100;

  /** The devices and their patients, as the registry has them. */
  List<RegistryEntry> entries(Instant admittedAt) {
    List<RegistryEntry> entries = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      Set<String> patients =
          IntStream.range(0, patientsEach)
              .boxed()
              .map(patientOf(device)::formatted)
              .collect(Collectors.toSet());
      for (String patient : patients) {
        entries.add(
            new Patient(patient, "Bench", "Ward", "1", Patient.Priority.NORMAL, admittedAt));
      }
      entries.add(new Device(id(device), patients, hash(token(device))));
    }
    return entries;
  }

  /**
   * One request of each device, to be sent again and again.
   *
   * @param readings in each, of the device's patients in turn, the newest measured now
   */
  List<byte[]> requests(int readings, Instant now) {
    List<byte[]> requests = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      byte[] body = body(device, readings, now).getBytes(UTF_8);
      String head =
          "POST /api/v1/readings HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n"
                  .formatted(token(device))
              + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                  .formatted(body.length);
      requests.add((head + new String(body, UTF_8)).getBytes(UTF_8));
    }
    return requests;
  }

  private String body(int device, int readings, Instant now) {
    String all =
        IntStream.range(0, readings)
            .mapToObj(
                i -> reading(device, i, now.minusMillis((long) (readings - 1 - i) * APART_MS)))
            .collect(Collectors.joining(","));
    return readings == 1 ? all : "[" + all + "]";
  }

  private String reading(int device, int i, Instant time) {
    return "{\"patient\":\"%s\",\"vital\":\"heart_rate\",\"time\":\"%s\",\"value\":%d,\"seq\":%d}"
        .formatted(patientOf(device).formatted(i % patientsEach), time, 60 + i % 40, i);
  }

  private String id(int device) {
    return "%s-%04d".formatted(name, device);
  }

  private String patientOf(int device) {
    return id(device) + "-%03d";
  }

  private String token(int device) {
    return "token-of-" + id(device);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
