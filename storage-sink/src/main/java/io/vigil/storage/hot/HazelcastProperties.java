package io.vigil.storage.hot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the Hazelcast member that this service hosts.
 *
 * @param cluster only members of the same cluster name join each other
 * @param bind the address to listen on
 * @param port the port to listen on; taken exactly, or the service does not start
 * @param members where members may be found, this one among them or not: {@code host:port}
 */
@Validated
@ConfigurationProperties("vigil.hazelcast")
public record HazelcastProperties(
    @DefaultValue("vigil") @NotBlank String cluster,
    @DefaultValue("127.0.0.1") @NotBlank String bind,
    @DefaultValue("5701") @Min(1) @Max(65535) int port,
    @DefaultValue("127.0.0.1:5701") @NotEmpty List<@NotBlank String> members) {
  public HazelcastProperties {
    members = List.copyOf(members);
  }
}
