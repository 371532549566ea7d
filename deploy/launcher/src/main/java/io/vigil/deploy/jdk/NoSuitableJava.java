package io.vigil.deploy.jdk;

/** No JDK of this machine runs Cassandra. */
public final class NoSuitableJava extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuitableJava(JavaHome current) {
    super(
        """
        Cassandra 5.0 runs on a JDK 17, and this is Java %d (%s).
        Install a JDK 17 beside it (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless;
        macOS: brew install --cask temurin@17; elsewhere: https://adoptium.net), or set %s
        to the folder of one that is installed already.\
        """
            .formatted(current.feature(), current.path(), JavaHomes.VARIABLE));
  }
}
