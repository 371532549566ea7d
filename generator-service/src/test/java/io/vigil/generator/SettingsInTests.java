package io.vigil.generator;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** This service's settings, without the service. */
public final class SettingsInTests {
  private SettingsInTests() {}

  /** What application.yml says, with these variables set, as {@code VIGIL_PATIENTS=3}. */
  public static ApplicationContextRunner with(Class<?> configuration, String... variables) {
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withUserConfiguration(configuration)
        .withPropertyValues(variables);
  }
}
