package io.vigil.gateway;

import io.vigil.gateway.audit.AuditInMemory;
import io.vigil.gateway.command.CommandsInMemory;
import io.vigil.gateway.registry.RegistryInMemory;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Starts the gateway on a free port with a registry in memory and no log; tests play the log. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "spring.kafka.listener.auto-startup=false",
      "vigil.history.hazelcast-members=127.0.0.1:1",
      "vigil.history.cassandra-contact-points=127.0.0.1:1",
      "vigil.episodes.confirmed-within=250ms",
      "management.server.port=0"
    })
@ContextConfiguration(initializers = TestHome.class)
@Import({RegistryInMemory.class, AuditInMemory.class, CommandsInMemory.class})
public @interface GatewayWithoutLog {}
