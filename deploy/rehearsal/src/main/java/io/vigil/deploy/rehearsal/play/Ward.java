package io.vigil.deploy.rehearsal.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rehearsal ward: admits patients and registers devices, and lets all of them go again. */
final class Ward implements AutoCloseable {
  private static final String NAME = "Rehearsal";
  private static final int AT_ONCE = 4;

  private final Vigil vigil;
  private final List<String> patients = new ArrayList<>();
  private final List<String> devices = new ArrayList<>();

  Ward(Vigil vigil) {
    this.vigil = vigil;
  }

  void admit(List<String> admitted) throws IOException, InterruptedException {
    patients.addAll(admitted);
    each(
        admitted,
        patient ->
            vigil.put(
                "/api/v1/patients/" + patient,
                Map.of("name", NAME, "ward", NAME, "bed", "R", "priority", "normal")));
  }

  /** Registers a device for these patients. */
  String device(String id, List<String> of) throws IOException, InterruptedException {
    devices.add(id);
    return vigil.device(id, Map.of("patients", of));
  }

  /** What is done to each of many. */
  private interface Step {
    void take(String id) throws IOException, InterruptedException;
  }

  private static void each(List<String> ids, Step step) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (String id : ids) {
        tasks.add(
            () -> {
              step.take(id);
              return true;
            });
      }
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      each(devices, device -> vigil.delete("/api/v1/devices/" + device));
      each(patients, patient -> vigil.delete("/api/v1/patients/" + patient));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
