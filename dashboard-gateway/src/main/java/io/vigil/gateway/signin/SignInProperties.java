package io.vigil.gateway.signin;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param usersFile the local users with their hashed passwords
 * @param tokenSecretFile at least 32 random bytes in base64; signs tokens
 * @param lifetime how long a token or a session lasts
 * @param failuresOfUser wrong passwords of one user from one address within {@code failuresWithin}
 * @param failuresFromAddress wrong passwords from one address within {@code failuresWithin}
 * @param failuresWithin the time in which failures are counted
 */
@Validated
@ConfigurationProperties("vigil.sign-in")
record SignInProperties(
    Path usersFile,
    Path tokenSecretFile,
    @DefaultValue("12h") Duration lifetime,
    @DefaultValue("20") @Min(1) int failuresOfUser,
    @DefaultValue("100") @Min(1) int failuresFromAddress,
    @DefaultValue("5m") Duration failuresWithin) {}
