package io.vigil.alert.storm;

import io.vigil.alert.topology.ObjectStore;
import io.vigil.schema.registry.RegistryKey;
import io.vigil.schema.wire.Presence;
import io.vigil.schema.wire.Presence.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said last of each patient, by the wards and gateways that they belong to. */
final class Groups {
  private final ObjectStore<Presence> known;
  private final Map<String, Set<String>> patients = new HashMap<>();

  Groups(ObjectStore<Presence> known) {
    this.known = known;
    known.load();
    known.all().forEach(this::index);
  }

  private void index(Presence presence) {
    of(presence)
        .forEach(
            group ->
                patients
                    .computeIfAbsent(group, added -> new TreeSet<>())
                    .add(presence.getPatient()));
  }

  /** The groups of a patient, the wider one first. */
  static List<String> of(Presence presence) {
    Stream<String> ward =
        Stream.of(presence.getWard()).filter(name -> !name.isBlank()).map(RegistryKey::ward);
    return Stream.concat(ward, gatewayOf(presence)).toList();
  }

  /** The gateway of a patient, or nothing. */
  static Stream<String> gatewayOf(Presence presence) {
    return Stream.of(presence.getGateway()).filter(id -> !id.isEmpty()).map(RegistryKey::device);
  }

  /** Takes in what is said of a patient now. */
  void take(Presence presence) {
    String patient = presence.getPatient();
    @Nullable Presence before = known.get(patient);
    if (before != null) {
      of(before)
          .forEach(
              group ->
                  patients.computeIfPresent(
                      group, (key, all) -> all.remove(patient) && all.isEmpty() ? null : all));
    }
    if (presence.getState() == State.STATE_GONE) {
      known.remove(patient);
    } else {
      known.put(patient, presence);
      index(presence);
    }
  }

  @Nullable Presence of(String patient) {
    return known.get(patient);
  }

  /** All of whom anything is known, in no order. */
  Iterable<Presence> all() {
    return known.all();
  }

  /** What is known of a group's patients, by their names; nothing where one of them speaks. */
  List<Presence> silent(String group) {
    Set<String> all = patients.getOrDefault(group, Set.of());
    boolean isWhole = all.stream().map(known::get).allMatch(one -> one != null && isSilent(one));
    return isWhole ? all.stream().map(known::get).toList() : List.of();
  }

  private static boolean isSilent(Presence presence) {
    return presence.getState() == State.STATE_SILENT;
  }
}
