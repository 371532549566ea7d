package io.vigil.schema.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The view of vitals.registry in memory: who is admitted, which devices there are, who may see
 * whom, what holds for a ward. Written by one thread, the one that follows the topic; read by any.
 */
public final class Registry {
  private final Map<String, Patient> patients = new ConcurrentHashMap<>();
  private final Map<String, Device> devices = new ConcurrentHashMap<>();
  private final Map<String, Device> devicesByTokenHash = new ConcurrentHashMap<>();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Map<String, Follow> follows = new ConcurrentHashMap<>();
  private final Map<String, Ward> wards = new ConcurrentHashMap<>();

  /**
   * Takes in one record of the topic.
   *
   * @param value the entry in JSON, or null where the record takes the key's entry back
   * @throws IllegalArgumentException if the value is no registry entry, or not the key's; nothing
   *     has changed then
   */
  public void apply(String key, byte @Nullable [] value) {
    if (value == null) {
      forget(key);
      return;
    }
    RegistryEntry entry = RegistryEntry.fromJson(value);
    if (!entry.key().equals(key)) {
      throw new IllegalArgumentException("the entry of " + entry.key() + " under the key " + key);
    }
    if (entry instanceof Patient patient) {
      patients.put(key, patient);
    } else if (entry instanceof Grant grant) {
      grants.put(key, grant);
    } else if (entry instanceof Follow follow) {
      follows.put(key, follow);
    } else if (entry instanceof Ward ward) {
      wards.put(key, ward);
    } else if (entry instanceof Device device) {
      devicesByTokenHash.put(device.tokenHash(), device);
      Device before = devices.put(key, device);
      if (before != null && !before.tokenHash().equals(device.tokenHash())) {
        devicesByTokenHash.remove(before.tokenHash());
      }
    }
  }

  private void forget(String key) {
    patients.remove(key);
    grants.remove(key);
    follows.remove(key);
    wards.remove(key);
    Device device = devices.remove(key);
    if (device != null) {
      devicesByTokenHash.remove(device.tokenHash());
    }
  }

  public Optional<Patient> patient(String id) {
    return Optional.ofNullable(patients.get(RegistryKey.patient(id)));
  }

  /** Everybody who is admitted now, in no order. */
  public Collection<Patient> patients() {
    return List.copyOf(patients.values());
  }

  /** What holds for this ward, or empty where it has nothing of its own. */
  public Optional<Ward> ward(String name) {
    return Optional.ofNullable(wards.get(RegistryKey.ward(name)));
  }

  public Optional<Device> device(String id) {
    return Optional.ofNullable(devices.get(RegistryKey.device(id)));
  }

  /** The device whose token has this hash; see {@link Device#tokenHash}. */
  public Optional<Device> deviceOfTokenHash(String tokenHash) {
    return Optional.ofNullable(devicesByTokenHash.get(tokenHash));
  }

  /** Whose right to see whom, whether it holds still or has ended. */
  public Optional<Grant> grant(String patient, String user) {
    return Optional.ofNullable(grants.get(RegistryKey.grant(patient, user)));
  }

  /** Every right to see this patient, in no order; looks at all grants. */
  public Collection<Grant> grantsOf(String patient) {
    return grants.values().stream().filter(grant -> grant.patient().equals(patient)).toList();
  }

  /** Whether this person may see this patient at this time. */
  public boolean isGranted(String patient, String user, Instant now) {
    Grant grant = grants.get(RegistryKey.grant(patient, user));
    return grant != null && grant.holdsAt(now);
  }

  /** Whether this person wants to hear this patient's news; not whether they may. */
  public boolean isFollowed(String patient, String user) {
    return follows.containsKey(RegistryKey.follow(patient, user));
  }

  /** Everybody who wants to hear this patient's news, in no order; looks at all who follow. */
  public Collection<Follow> followsOf(String patient) {
    return follows.values().stream().filter(follow -> follow.patient().equals(patient)).toList();
  }
}
