package io.vigil.deploy.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortTest {
  @Test
  void namesTheProcessThatListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalPort port = new LocalPort(socket.getLocalPort());

      assertThat(port.isTaken()).isTrue();
      assertThat(port.holder()).hasValueSatisfying(this::isThisProcess);
    }
  }

  @Test
  void isFreeWhenNobodyListens() {
    LocalPort port = new LocalPort(FreePorts.take(1).get(0));

    assertThat(port.isTaken()).isFalse();
    assertThat(port.holder()).isEmpty();
  }

  private void isThisProcess(PortHolder holder) {
    assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(holder.command()).contains("java");
  }
}
