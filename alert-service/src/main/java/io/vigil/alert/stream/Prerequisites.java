package io.vigil.alert.stream;

import io.vigil.schema.registry.RegistryFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be there before Streams starts; tells once what it waits for. */
final class Prerequisites {
  private static final Logger log = LoggerFactory.getLogger(Prerequisites.class);

  private final TopicCreation topics;
  private final RegistryFollower registry;
  private boolean topicsExist;
  private volatile String missing = "";

  Prerequisites(TopicCreation topics, RegistryFollower registry) {
    this.topics = topics;
    this.registry = registry;
  }

  /** Whether the topics exist and the registry is known; may take seconds to find out. */
  boolean areThere() throws InterruptedException {
    if (!topicsExist) {
      waitFor("topics");
      topicsExist = topics.succeeds();
    }
    if (topicsExist && !registry.isCaughtUp()) {
      waitFor("registry");
    }
    if (topicsExist && registry.isCaughtUp()) {
      missing = "";
    }
    return missing.isEmpty();
  }

  private void waitFor(String what) {
    if (!missing.equals(what)) {
      log.info("Waiting for the {}", what);
    }
    missing = what;
  }

  /** What was missing when it was looked last, or empty. */
  String missing() {
    return missing;
  }
}
