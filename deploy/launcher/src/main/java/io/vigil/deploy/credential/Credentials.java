package io.vigil.deploy.credential;

import io.vigil.deploy.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Everything in the state folder that has to do with signing in. */
public final class Credentials {
  private static final String TOKEN_SECRET = "token-secret";

  private Credentials() {}

  /**
   * Makes what is missing and keeps what is there, except that the addresses are today's and that a
   * demo password replaces all others.
   *
   * @return where the passwords are
   */
  public static Path prepare(Settings settings) {
    JsonMapper json = JsonMapper.builder().build();
    Secrets secrets = new Secrets();
    Path home = settings.home().root();
    Map<String, String> passwords = new CredentialsFile(json, secrets).write(settings);
    new UsersFile(json).write(home, passwords);
    Path tokenSecret = home.resolve(TOKEN_SECRET);
    if (!Files.exists(tokenSecret)) {
      PrivateFile.write(tokenSecret, secrets.tokenSecret());
    }
    return home.resolve(CredentialsFile.NAME);
  }
}
