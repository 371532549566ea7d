package io.vigil.deploy.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningSocketsTest {
  private static final List<String> TABLE =
      List.of(
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid "
              + " timeout inode",
          "   0: 0100007F:2384 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0       "
              + " 0 184467 1 0000000000000000 100 0 0 10 0",
          "   1: 0100007F:2384 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000     0       "
              + " 0 184468 1 0000000000000000 20 4 30 10 -1",
          "   2: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000       "
              + " 0 190001 1 0000000000000000 100 0 0 10 0");

  @Test
  void findsTheSocketThatListensOnAPortAndNoneThatIsMerelyConnected() {
    assertThat(ListeningSockets.inodes(TABLE, 9092)).containsExactly("184467");
  }

  @Test
  void findsASocketThatListensOnAllAddresses() {
    assertThat(ListeningSockets.inodes(TABLE, 8080)).containsExactly("190001");
  }

  @Test
  void findsNothingForAPortThatIsFree() {
    assertThat(ListeningSockets.inodes(TABLE, 8081)).isEmpty();
  }
}
