package io.vigil.deploy.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child: runs the main class that it is told, and ends the JVM when its
 * standard input ends, for that means that the launcher is gone. It stands alone in a jar of its
 * own, behind the child's class path, and uses nothing but Java.
 */
final class Tether {
  /** How long the shutdown hooks may take once the launcher is gone. */
  private static final long GRACE_MILLIS = 10_000;

  private static final int LAUNCHER_GONE = 70;

  private Tether() {}

  public static void main(String[] args) throws Throwable {
    start("tether", () -> endWith(System.in));
    Class<?> real = Class.forName(args[0], true, ClassLoader.getSystemClassLoader());
    try {
      real.getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static void endWith(InputStream launcher) {
    try {
      while (launcher.read() >= 0) {
        // What the launcher says does not matter, only that it is there.
      }
    } catch (IOException e) {
      System.err.println("tether: " + e);
    }
    System.err.println("tether: the launcher is gone, stopping");
    start("tether-grace", Tether::haltAfterGrace);
    System.exit(LAUNCHER_GONE);
  }

  private static void haltAfterGrace() {
    Object never = new Object();
    long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
    synchronized (never) {
      for (long left = GRACE_MILLIS; left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
        try {
          never.wait(left);
        } catch (InterruptedException e) {
          break;
        }
      }
    }
    Runtime.getRuntime().halt(LAUNCHER_GONE);
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
