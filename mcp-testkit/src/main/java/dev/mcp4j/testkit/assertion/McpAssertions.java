/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.testkit.Transcript;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The assertions of AssertJ, and those about values of the protocol.
 *
 * <pre>{@code
 * import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
 *
 * assertThat(client.call("search", query).result())
 *     .isOk()
 *     .hasText("1 hit")
 *     .hasStructured("/hits/0/id", 7);
 * }</pre>
 */
public class McpAssertions extends Assertions {
  /** For those who add assertions of their own. */
  protected McpAssertions() {}

  /**
   * Begins assertions about what a tool returned.
   *
   * @param actual the result
   * @return the assertions
   */
  public static CallToolResultAssert assertThat(@Nullable CallToolResult actual) {
    return new CallToolResultAssert(actual);
  }

  /**
   * Begins assertions about what was read of a resource.
   *
   * @param actual the result
   * @return the assertions
   */
  public static ReadResourceResultAssert assertThat(@Nullable ReadResourceResult actual) {
    return new ReadResourceResultAssert(actual);
  }

  /**
   * Begins assertions about the messages of a prompt.
   *
   * @param actual the result
   * @return the assertions
   */
  public static GetPromptResultAssert assertThat(@Nullable GetPromptResult actual) {
    return new GetPromptResultAssert(actual);
  }

  /**
   * Begins assertions about an error.
   *
   * @param actual the error
   * @return the assertions
   */
  public static JsonRpcErrorAssert assertThat(@Nullable JsonRpcError actual) {
    return new JsonRpcErrorAssert(actual);
  }

  /**
   * Begins assertions about JSON.
   *
   * @param actual the JSON
   * @return the assertions
   */
  public static JsonAssert assertThat(@Nullable JsonNode actual) {
    return new JsonAssert(actual);
  }

  /**
   * Begins assertions about what was said.
   *
   * @param actual the transcript
   * @return the assertions
   */
  public static TranscriptAssert assertThat(@Nullable Transcript actual) {
    return new TranscriptAssert(actual);
  }

  /**
   * Begins assertions about the progress of a call.
   *
   * @param actual the reports, in the order in which they arrived
   * @return the assertions
   */
  public static ProgressAssert assertThatProgress(
      @Nullable List<ProgressNotificationParams> actual) {
    return new ProgressAssert(actual);
  }

  /**
   * Calls a server, and begins assertions about the error it has to answer with.
   *
   * @param call the call
   * @return the assertions
   * @throws AssertionError if the call succeeds, or fails without an answer
   */
  public static JsonRpcErrorAssert assertThatErrorOf(ThrowingCallable call) {
    RequestFailedException failure = catchThrowableOfType(RequestFailedException.class, call);
    Assertions.assertThat(failure).as("a call that the server answers with an error").isNotNull();
    return new JsonRpcErrorAssert(failure.error());
  }
}
