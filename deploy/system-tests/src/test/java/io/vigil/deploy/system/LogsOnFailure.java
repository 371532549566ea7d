package io.vigil.deploy.system;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints what the parts logged last when a test fails. */
final class LogsOnFailure implements AfterTestExecutionCallback {
  private static final int LINES_OF_EACH = 40;

  private final Supplier<VigilStack> stack;

  LogsOnFailure(Supplier<VigilStack> stack) {
    this.stack = stack;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.out.println(stack.get().status());
      System.out.println(stack.get().logs(LINES_OF_EACH));
    }
  }
}
