/**
 * The whole system, tested as its users meet it: started by the same command, seen through a real
 * browser, the REST and WebSocket APIs and the topics, and broken with kill -9.
 */
@NullMarked
package io.vigil.deploy.system;

import org.jspecify.annotations.NullMarked;
