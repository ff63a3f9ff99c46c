/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test: gives it what its parameters ask for. */
final class McpTestInvocation
    implements TestTemplateInvocationContext,
        ParameterResolver,
        TestExecutionExceptionHandler,
        AfterEachCallback {
  private static final Set<Class<?>> TYPES =
      Set.of(
          McpClient.class,
          McpClientBuilder.class,
          McpServer.class,
          Transcript.class,
          McpTestRun.class);

  /** What a test may take that has no server and no client of its own. */
  private static final Set<Class<?>> SHAREABLE = Set.of(McpClient.class, McpTestRun.class);

  private final McpTestRun run;
  private final ServedBy served;
  private @Nullable RunFixture own;
  private @Nullable RunFixture shared;

  McpTestInvocation(McpTestRun run, ServedBy served) {
    this.run = run;
    this.served = served;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return run.toString();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == McpTestRun.class) {
      return run;
    }
    RunFixture fixture = fixture(context);
    if (type == McpClient.class) {
      return fixture.client();
    }
    if (type == McpClientBuilder.class) {
      return fixture.builder();
    }
    return type == McpServer.class ? fixture.server() : fixture.transcript();
  }

  private RunFixture fixture(ExtensionContext context) {
    RunFixture known = shared == null ? own : shared;
    if (known != null) {
      return known;
    }
    RunFixture made;
    if (isShared(context)) {
      made = sharedBy(classOf(context));
      shared = made;
    } else {
      made = new RunFixture(run, served.value());
      own = made;
    }
    return made;
  }

  private boolean isShared(ExtensionContext context) {
    return served.shared()
        && Arrays.stream(context.getRequiredTestMethod().getParameterTypes())
            .filter(TYPES::contains)
            .allMatch(SHAREABLE::contains);
  }

  /** The context whose end is that of the class. */
  private static ExtensionContext classOf(ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass;
  }

  private RunFixture sharedBy(ExtensionContext ofClass) {
    return ofClass
        .getStore(ExtensionContext.Namespace.create(McpTestInvocation.class, served.value()))
        .getOrComputeIfAbsent(run, key -> new RunFixture(run, served.value()), RunFixture.class);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    RunFixture fixture = shared == null ? own : shared;
    if (fixture != null && !fixture.transcript().entries().isEmpty()) {
      failure.addSuppressed(new TranscriptOfFailure(fixture.transcript()));
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (own != null) {
      own.close();
    }
  }
}
