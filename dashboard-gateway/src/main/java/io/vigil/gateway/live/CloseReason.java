package io.vigil.gateway.live;

import java.util.Locale;
import org.springframework.web.socket.CloseStatus;

/** Why a session is ended by us. */
enum CloseReason {
  /** It did not say in time who it is. */
  HELLO_MISSING(1008),
  /** It said who it is, but did not prove it. */
  UNAUTHENTICATED(1008),
  /** Its token has expired. */
  TOKEN_EXPIRED(1008),
  /** It takes nothing, or too little even for alarms. */
  SLOW_CLIENT(1008),
  /** No sign of life. */
  SILENT(1001),
  /** It sends too much. */
  TOO_MANY_MESSAGES(1008),
  /** It sends something other than text. */
  NOT_TEXT(1003),
  /** This instance has as many sessions as it takes. */
  TOO_MANY_SESSIONS(1013),
  /** This instance stops; another one, or its successor, goes on. */
  RESTART(1012);

  private final int statusCode;

  /** The code is of RFC 6455 and its registry. */
  CloseReason(int statusCode) {
    this.statusCode = statusCode;
  }

  /** As it goes over the wire, with the code as the reason. */
  CloseStatus status() {
    return new CloseStatus(statusCode, code());
  }

  /** For example {@code slow_client}; in metrics as well. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
