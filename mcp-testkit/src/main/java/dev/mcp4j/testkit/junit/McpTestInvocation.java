/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.ServedServer;
import dev.mcp4j.testkit.Transcript;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test: makes what its parameters ask for, and closes it. */
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

  private final McpTestRun run;
  private final Class<? extends Supplier<McpServer>> factory;
  private final Transcript transcript = new Transcript();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private @Nullable ServedServer served;

  McpTestInvocation(McpTestRun run, Class<? extends Supplier<McpServer>> factory) {
    this.run = run;
    this.factory = factory;
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
    if (type == McpClient.class) {
      return opened(builder().build());
    }
    if (type == McpClientBuilder.class) {
      return builder();
    }
    if (type == McpServer.class) {
      return served().server();
    }
    return type == Transcript.class ? transcript : run;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (!transcript.entries().isEmpty()) {
      failure.addSuppressed(new TranscriptOfFailure(transcript));
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Exception failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Over HTTP, older revisions have their own transport, which nobody can look into. */
  private McpClientBuilder builder() {
    McpClientBuilder builder =
        run.over() == Over.HTTP && ProtocolVersion.LEGACY.contains(run.revision())
            ? served().client()
            : McpClient.builder().transport(transcript.record(opened(served().transport())));
    return builder.protocolVersion(run.revision());
  }

  private ServedServer served() {
    ServedServer started = served;
    if (started == null) {
      started = opened(ServedServer.start(run.over(), factory));
      served = started;
    }
    return started;
  }

  private <C extends AutoCloseable> C opened(C resource) {
    open.push(resource);
    return resource;
  }
}
