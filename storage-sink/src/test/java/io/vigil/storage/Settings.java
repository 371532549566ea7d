package io.vigil.storage;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Binds settings as the service does: from its application.yml and environment variables. */
public final class Settings {
  private Settings() {}

  /**
   * The settings of this type under these environment variables, or properties by their own names.
   */
  public static <T> T of(Class<T> type, Map<String, Object> environmentVariables) {
    String prefix =
        Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
    try (var validators = Validation.buildDefaultValidatorFactory()) {
      return Binder.get(environment(environmentVariables))
          .bindOrCreate(
              prefix,
              Bindable.of(type),
              new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator())));
    }
  }

  private static StandardEnvironment environment(Map<String, Object> environmentVariables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setConversionService(new ApplicationConversionService());
    environment.getPropertySources().addFirst(new MapPropertySource("test", environmentVariables));
    try {
      new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return environment;
  }
}
