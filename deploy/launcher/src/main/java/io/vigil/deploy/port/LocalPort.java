package io.vigil.deploy.port;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One TCP port of this machine. */
public record LocalPort(int number) {
  private static final Path PROC = Path.of("/proc");

  /** Whether somebody listens there, so that we could not. */
  public boolean isTaken() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 1);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Who listens there, if that can be seen; a process of another user may hide. */
  public Optional<PortHolder> holder() {
    return (Files.isDirectory(PROC) ? fromProc() : fromLsof())
        .flatMap(ProcessHandle::of)
        .map(PortHolder::of);
  }

  private Optional<Long> fromProc() {
    Set<String> sockets =
        Stream.of("tcp", "tcp6")
            .flatMap(table -> inodes(PROC.resolve("net").resolve(table)))
            .map(inode -> "socket:[" + inode + "]")
            .collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> hasOpen(pid, sockets))
        .findFirst();
  }

  private Stream<String> inodes(Path table) {
    try {
      return ListeningSockets.inodes(Files.readAllLines(table, US_ASCII), number).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean hasOpen(long pid, Set<String> sockets) {
    if (sockets.isEmpty()) {
      return false;
    }
    try (Stream<Path> open = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
      return open.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Where there is no /proc (macOS). */
  private Optional<Long> fromLsof() {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + number, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      List<String> pids = new String(lsof.getInputStream().readAllBytes(), UTF_8).lines().toList();
      return pids.stream().findFirst().map(Long::parseLong);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
