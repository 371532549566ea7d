package io.vigil.deploy.rehearsal.play;

import io.vigil.deploy.rehearsal.scenario.Push;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When one device sends what. Used by the thread of its device. */
final class Timetable {
  private final SortedMap<Integer, List<VirtualDevice.Request>> bySecond = new TreeMap<>();

  /** The requests of one bed's own device. */
  static Timetable ofBed(Cast bed) {
    Timetable timetable = new Timetable();
    for (Push push : bed.bed().script().pushes()) {
      timetable.add(push.atSecond(), request(List.of(bed), List.of(push)));
    }
    return timetable;
  }

  /** The requests of a ward gateway, in which what its beds have of a second goes together. */
  static Timetable ofGateway(List<Cast> beds) {
    SortedMap<Integer, List<Cast>> senders = new TreeMap<>();
    SortedMap<Integer, List<Push>> pushes = new TreeMap<>();
    for (Cast bed : beds) {
      for (Push push : bed.bed().script().pushes()) {
        senders.computeIfAbsent(push.atSecond(), any -> new ArrayList<>()).add(bed);
        pushes.computeIfAbsent(push.atSecond(), any -> new ArrayList<>()).add(push);
      }
    }
    Timetable timetable = new Timetable();
    senders.forEach(
        (second, some) ->
            timetable.add(second, request(some, pushes.getOrDefault(second, List.of()))));
    return timetable;
  }

  private static VirtualDevice.Request request(List<Cast> beds, List<Push> pushes) {
    List<String> readings = new ArrayList<>();
    for (int i = 0; i < pushes.size(); i++) {
      Cast bed = beds.get(i);
      for (Push.Sample sample : pushes.get(i).readings()) {
        readings.add(bed.json(sample));
      }
    }
    return new VirtualDevice.Request(
        readings.stream().collect(Collectors.joining(",", "[", "]")),
        ms -> {
          for (int i = 0; i < pushes.size(); i++) {
            beds.get(i).acknowledged(pushes.get(i), ms);
          }
        });
  }

  private void add(int second, VirtualDevice.Request request) {
    bySecond.computeIfAbsent(second, any -> new ArrayList<>()).add(request);
  }

  /** Gives the device what is due by this second, once. */
  void hand(int second, VirtualDevice device) {
    SortedMap<Integer, List<VirtualDevice.Request>> due = bySecond.headMap(second + 1);
    due.values().forEach(requests -> requests.forEach(device::keep));
    due.clear();
  }
}
