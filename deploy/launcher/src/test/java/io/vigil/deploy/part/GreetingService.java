package io.vigil.deploy.part;

/** Stands in for a service whose start is over at once. */
public final class GreetingService {
  static final String FAILING = "GREETING_FAILS";

  private GreetingService() {}

  public static void main(String[] args) {
    if (System.getenv(FAILING) != null) {
      throw new IllegalStateException("no heart");
    }
    System.out.println("heart beats");
  }
}
