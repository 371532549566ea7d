package io.vigil.deploy.command;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.process.LogFile;
import io.vigil.deploy.process.PidFile;
import io.vigil.deploy.setting.Settings;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the supervisor in the background and follows what it says until all is ready. */
record DetachedRun(Settings settings) {
  private static final String LOG = "up";
  private static final long BETWEEN_LOOKS_MILLIS = 150;

  int start() throws InterruptedException {
    Path log = settings.home().log(LOG);
    new LogFile(log).rotate();
    Process supervisor = spawn(log);
    Thread withUs = new Thread(supervisor::destroy, "give-up");
    Runtime.getRuntime().addShutdownHook(withUs);
    long told = 0;
    while (!isReady(supervisor.pid())) {
      told = follow(log, told);
      if (supervisor.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        follow(log, told);
        return supervisor.exitValue();
      }
    }
    Runtime.getRuntime().removeShutdownHook(withUs);
    follow(log, told);
    return 0;
  }

  private boolean isReady(long pid) {
    return PidFile.of(ForegroundRun.READY, settings.home())
        .process()
        .filter(process -> process.pid() == pid)
        .isPresent();
  }

  private Process spawn(Path log) {
    List<String> words = new ArrayList<>();
    Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(setsid -> Files.isExecutable(Path.of(setsid)))
        .limit(1)
        .forEach(words::add);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
    words.addAll(List.of("up", "--patients", Integer.toString(settings.patients())));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new FolderUnusable(log, e);
    }
  }

  /** Prints what is new in the log, from an offset on; returns the offset reached. */
  private static long follow(Path log, long from) {
    try (RandomAccessFile in = new RandomAccessFile(log.toFile(), "r")) {
      in.seek(from);
      byte[] fresh = new byte[(int) (in.length() - from)];
      in.readFully(fresh);
      System.out.write(fresh, 0, fresh.length);
      System.out.flush();
      return from + fresh.length;
    } catch (IOException e) {
      return from;
    }
  }
}
