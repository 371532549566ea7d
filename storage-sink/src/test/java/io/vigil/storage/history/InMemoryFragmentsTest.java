package io.vigil.storage.history;

class InMemoryFragmentsTest extends FragmentsContract {
  private final Fragments fragments = new InMemoryFragments();

  @Override
  Fragments fragments() {
    return fragments;
  }
}
