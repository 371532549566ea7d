package io.vigil.gateway.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Who may ask now: so many questions at once over all, and fewer of each person, so that nobody
 * takes the others' turns. Only those who are asking take room here. Safe for any thread.
 */
final class Turns {
  private final Semaphore ofAll;
  private final int eachPerson;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  Turns(int all, int eachPerson) {
    this.ofAll = new Semaphore(all);
    this.eachPerson = eachPerson;
  }

  /** A turn, which lasts until it is closed. */
  interface Turn {
    void close();
  }

  /**
   * Takes a turn; close it once.
   *
   * @throws TooManyQuestions if the person has no turn left
   * @throws HistoryBusy if nobody has one left
   */
  Turn take(String person) {
    if (taken.merge(person, 1, Integer::sum) > eachPerson) {
      giveBack(person);
      throw new TooManyQuestions(eachPerson);
    }
    if (!ofAll.tryAcquire()) {
      giveBack(person);
      throw new HistoryBusy();
    }
    return () -> {
      ofAll.release();
      giveBack(person);
    };
  }

  private void giveBack(String person) {
    taken.computeIfPresent(person, (name, turns) -> turns == 1 ? null : turns - 1);
  }
}
