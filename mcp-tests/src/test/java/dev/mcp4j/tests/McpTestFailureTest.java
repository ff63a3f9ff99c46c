/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.ServedBy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the JUnit extension of the test kit does when a test fails, or cannot run. */
class McpTestFailureTest {
  private static final String FIXTURE = "mcp4j.tests.fixture";

  /** Keeps a launcher that looks for tests from running what is only there to fail. */
  static final class OnlyAsFixture implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter(FIXTURE).isPresent()
          ? ConditionEvaluationResult.enabled("run by a test")
          : ConditionEvaluationResult.disabled("a fixture of McpTestFailureTest");
    }
  }

  static final class EmptyServer implements Supplier<McpServer> {
    @Override
    public McpServer get() {
      return McpServer.named("empty", "1").toolsMayChange().build();
    }
  }

  @ServedBy(EmptyServer.class)
  @ExtendWith(OnlyAsFixture.class)
  static class Failing {
    @McpTest(over = Over.IN_MEMORY)
    void fails(McpClient client) {
      client.tools().toList();
      throw new AssertionError("on purpose");
    }
  }

  @ExtendWith(OnlyAsFixture.class)
  static class WithoutServer {
    @McpTest
    void runs(McpClient client) {}
  }

  @ServedBy(EmptyServer.class)
  @ExtendWith(OnlyAsFixture.class)
  static class ServerElsewhere {
    @McpTest(over = Over.STDIO)
    void runs(McpServer server) {}
  }

  @ServedBy(EmptyServer.class)
  @ExtendWith(OnlyAsFixture.class)
  static class UnknownRevision {
    @McpTest(revisions = "1999-01-01")
    void runs(McpClient client) {}
  }

  @Test
  void failureBringsTheTranscriptAlong() {
    Throwable failure = failureOf(Failing.class);

    assertThat(failure).hasMessage("on purpose");
    assertThat(failure.getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("what was said before:\n> {\n")
        .contains("\"method\": \"tools/list\"");
  }

  @Test
  void testWithoutServerIsRefused() {
    assertThat(failureOf(WithoutServer.class))
        .hasMessageEndingWith(
            "is a @McpTest: say by @ServedBy, on it or on its class, which server it is about");
  }

  @Test
  void serverOfAnotherProcessCannotBeHandedOut() {
    assertThat(failureOf(ServerElsewhere.class))
        .hasRootCauseMessage("the server is in another process");
  }

  @Test
  void unknownRevisionIsRefused() {
    assertThat(failureOf(UnknownRevision.class))
        .hasMessageStartingWith("no test runs at revision 1999-01-01, only at [2026-07-28");
  }

  private static Throwable failureOf(Class<?> testClass) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(testClass))
            .configurationParameter(FIXTURE, "true")
            .execute();
    return results.allEvents().failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }
}
