package io.vigil.alert.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.alert.rule.Admissions;
import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.registry.RegistryListener;
import io.vigil.schema.registry.Ward;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Who is admitted, with which devices, in which ward, and who of them changed just now, from the
 * registry. Changed by the thread that follows the registry, asked by the threads of the tasks.
 */
public final class Census implements Admissions, RegistryListener {
  private static final String PATIENT = RegistryKey.patient("");
  private static final String DEVICE = RegistryKey.device("");
  private static final String WARD = RegistryKey.ward("");

  private final Registry registry;
  private final Set<Changes> subscribers = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Set<String>> patientsByDevice = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Set<String>> devicesByPatient = new ConcurrentHashMap<>();
  private volatile int partitions = 1;

  public Census(Registry registry) {
    this.registry = registry;
  }

  /** Patients of whom something changed since one looked last. */
  static final class Changes {
    private final Queue<String> patients = new ConcurrentLinkedQueue<>();

    /** The next of them, or null where there is none. */
    @Nullable String next() {
      return patients.poll();
    }

    void add(String patient) {
      patients.add(patient);
    }
  }

  Changes subscribe() {
    Changes changes = new Changes();
    subscribers.add(changes);
    return changes;
  }

  void unsubscribe(Changes changes) {
    subscribers.remove(changes);
  }

  /** The topics that are keyed by patient have so many partitions. */
  public void setPartitions(int count) {
    partitions = count;
  }

  /** How many partitions the topics have that are keyed by patient. */
  public int partitions() {
    return partitions;
  }

  /** Whether the silence of this patient is of high priority. */
  boolean isUrgent(String patient) {
    return priorityOfSilence(patient).filter(AlertPriority.HIGH::equals).isPresent();
  }

  /** Whether this patient's records are in this partition. */
  boolean isIn(int partition, String patient) {
    return Utils.toPositive(Utils.murmur2(patient.getBytes(UTF_8))) % partitions == partition;
  }

  public boolean isAdmitted(String patient) {
    return registry.patient(patient).isPresent();
  }

  /** Everybody who is admitted, in no order. */
  Collection<Patient> patients() {
    return registry.patients();
  }

  Optional<Patient> patient(String id) {
    return registry.patient(id);
  }

  @Override
  public Optional<AlertPriority> priorityOfSilence(String patient) {
    return registry
        .patient(patient)
        .map(
            admitted ->
                admitted.priority() == Patient.Priority.HIGH
                    ? AlertPriority.HIGH
                    : AlertPriority.MEDIUM);
  }

  @Override
  public Limits wardLimits(String patient) {
    return registry
        .patient(patient)
        .flatMap(admitted -> registry.ward(admitted.ward()))
        .map(Ward::limits)
        .orElse(Limits.NONE);
  }

  @Override
  public boolean hasDevice(String patient) {
    return devicesByPatient.containsKey(patient);
  }

  /** The device that serves this patient and others, or empty where none does. */
  Optional<String> gatewayOf(String patient) {
    return devicesByPatient.getOrDefault(patient, Set.of()).stream()
        .filter(device -> patientsOf(device).size() > 1)
        .min(Comparator.naturalOrder());
  }

  /** Whose readings this device may push. */
  private Set<String> patientsOf(String device) {
    return patientsByDevice.getOrDefault(device, Set.of());
  }

  @Override
  public void changed(String key) {
    if (key.startsWith(PATIENT)) {
      tell(key.substring(PATIENT.length()));
    } else if (key.startsWith(DEVICE)) {
      changeDevice(key.substring(DEVICE.length()));
    } else if (key.startsWith(WARD)) {
      String ward = key.substring(WARD.length());
      registry.patients().stream()
          .filter(patient -> patient.ward().equals(ward))
          .map(Patient::id)
          .forEach(this::tell);
    }
  }

  private void changeDevice(String device) {
    Set<String> now = registry.device(device).map(found -> found.patients()).orElseGet(Set::of);
    Set<String> before = patientsByDevice.getOrDefault(device, Set.of());
    if (now.isEmpty()) {
      patientsByDevice.remove(device);
    } else {
      patientsByDevice.put(device, now);
    }
    before.forEach(patient -> takeAway(device, patient, now));
    now.forEach(patient -> give(device, patient));
    Set<String> concerned = new HashSet<>(before);
    concerned.addAll(now);
    concerned.stream().filter(this::isAdmitted).forEach(this::tell);
  }

  private void takeAway(String device, String patient, Set<String> now) {
    if (!now.contains(patient)) {
      devicesByPatient.computeIfPresent(
          patient,
          (id, devices) -> {
            Set<String> left = new HashSet<>(devices);
            left.remove(device);
            return left.isEmpty() ? null : Set.copyOf(left);
          });
    }
  }

  private void give(String device, String patient) {
    devicesByPatient.merge(
        patient,
        Set.of(device),
        (devices, added) -> {
          Set<String> more = new HashSet<>(devices);
          more.addAll(added);
          return Set.copyOf(more);
        });
  }

  private void tell(String patient) {
    subscribers.forEach(changes -> changes.add(patient));
  }
}
