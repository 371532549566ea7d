package io.vigil.storage.intake;

import io.vigil.schema.registry.RegistryFollower;

/**
 * The topics have to exist, and priorities have to be known; before, high-priority patients' old
 * readings would not be kept hot.
 */
final class TopicsAndRegistry implements Prerequisites {
  private final TopicCreation topics;
  private final RegistryFollower registry;
  private final IntakeState state;
  private boolean topicsExist;

  TopicsAndRegistry(TopicCreation topics, RegistryFollower registry, IntakeState state) {
    this.topics = topics;
    this.registry = registry;
    this.state = state;
  }

  @Override
  public boolean areThere() {
    if (!topicsExist) {
      state.waitsFor("topics");
      topicsExist = topics.succeeds();
    }
    if (topicsExist && !registry.isCaughtUp()) {
      state.waitsFor("registry");
    }
    return topicsExist && registry.isCaughtUp();
  }
}
