package io.vigil.deploy.system;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints what the parts logged last when a test fails, and does what else helps to see why. */
public final class LogsOnFailure implements AfterTestExecutionCallback {
  private static final int LINES_OF_EACH = 40;

  private final Supplier<VigilStack> stack;
  private final Consumer<String> andThen;

  /** {@code andThen} gets the name of the test that failed. */
  public LogsOnFailure(Supplier<VigilStack> stack, Consumer<String> andThen) {
    this.stack = stack;
    this.andThen = andThen;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.out.println(stack.get().status());
      System.out.println(stack.get().logs(LINES_OF_EACH));
      andThen.accept(context.getRequiredTestMethod().getName());
    }
  }
}
