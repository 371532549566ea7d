package io.vigil.deploy.port;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the kernel's table of TCP sockets, {@code /proc/net/tcp} and {@code tcp6}.
 *
 * <pre>
 *   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
 *    0: 0100007F:2384 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 184467 1 …
 *       address:port                0A: listens                                              inode
 * </pre>
 */
final class ListeningSockets {
  private static final String LISTENS = "0A";
  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private ListeningSockets() {}

  /** The inodes of the sockets that listen on a port, on whatever address. */
  static Set<String> inodes(List<String> table, int port) {
    String suffix = ":%04X".formatted(port);
    return table.stream()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length > INODE)
        .filter(words -> words[STATE].equals(LISTENS) && words[LOCAL].endsWith(suffix))
        .map(words -> words[INODE])
        .collect(Collectors.toSet());
  }
}
