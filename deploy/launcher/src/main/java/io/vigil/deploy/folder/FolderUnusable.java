package io.vigil.deploy.folder;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that Vigil needs cannot be created, read or written. */
public final class FolderUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FolderUnusable(Path folder, IOException cause) {
    super(folder + " cannot be used: " + cause.getMessage(), cause);
  }
}
