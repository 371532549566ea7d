package io.vigil.gateway.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds the page's files, and its one HTML file for the routes that exist in the browser alone. */
final class PageRoutes extends PathResourceResolver {
  private static final String PAGE = "index.html";

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource file = path.isEmpty() ? null : super.getResource(path, location);
    return file == null && isRoute(path) ? super.getResource(PAGE, location) : file;
  }

  private static boolean isRoute(String path) {
    return !path.startsWith("api/") && !path.startsWith("ws/") && !path.startsWith("actuator");
  }
}
