package io.vigil.deploy.system;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's own Chromium or Chrome, without a window. */
final class Browser implements AutoCloseable {
  private static final Pattern PATH_SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A new page of a new visitor, of this size in pixels. */
  Page visit(int width, int height) {
    return browser
        .newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height))
        .newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    return NAMES.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no browser on the PATH; there should be " + NAMES));
  }

  private static Stream<Path> folders() {
    return PATH_SEPARATOR.splitAsStream(System.getenv("PATH")).map(Path::of);
  }
}
