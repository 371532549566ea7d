package io.vigil.generator.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The devices' bearer tokens, in memory and in a file that its owner alone may read. May be read by
 * any thread; is written by one.
 */
@Component
class DeviceTokens {
  private final JsonMapper json = new JsonMapper();
  private final Path file;
  private final Map<String, String> byDevice;

  DeviceTokens(RegistrationProperties properties) {
    this.file = properties.devices();
    this.byDevice = new ConcurrentHashMap<>(load());
  }

  /** The token of this device, or empty as long as it is not registered. */
  Optional<String> of(String device) {
    return Optional.ofNullable(byDevice.get(device));
  }

  void keep(String device, String token) {
    byDevice.put(device, token);
  }

  /** Puts all of them on disk, in place of what was there, or leaves what was there. */
  void save() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path written =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "devices",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(written, json.writeValueAsBytes(new ConcurrentSkipListMap<>(byDevice)));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("device tokens are not saved", e);
    }
  }

  private Map<String, String> load() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return json.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("device tokens cannot be read", e);
    } catch (JacksonException e) {
      // A file that was cut off: the devices get new tokens.
      return Map.of();
    }
  }
}
