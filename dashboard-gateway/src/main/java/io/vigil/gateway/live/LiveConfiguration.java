package io.vigil.gateway.live;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Opens the WebSocket. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {
  private static final int MAX_MESSAGE_BYTES = 64 * 1024;

  private final LiveSocketHandler handler;

  LiveConfiguration(LiveSocketHandler handler) {
    this.handler = handler;
  }

  /** Foreign origins have been refused before, by the same filter as for REST. */
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(handler, "/ws/v1")
        .setHandshakeHandler(new Uncompressed())
        .setAllowedOriginPatterns("*");
  }

  @Bean
  ServletServerContainerFactoryBean webSocketBounds() {
    var bounds = new ServletServerContainerFactoryBean();
    bounds.setMaxTextMessageBufferSize(MAX_MESSAGE_BYTES);
    bounds.setMaxBinaryMessageBufferSize(1024);
    return bounds;
  }

  /** Compression per session costs more memory and time than these small frames are worth. */
  private static final class Uncompressed extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
