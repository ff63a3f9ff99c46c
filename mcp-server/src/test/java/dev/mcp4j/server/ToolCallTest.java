/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static dev.mcp4j.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.schema.Description;
import dev.mcp4j.schema.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ToolCallTest {
  record Search(
      @Description("words to look for") String query,
      @Range(min = 1, max = 50) Optional<Integer> limit) {}

  record Hit(int id, String title) {}

  private static TestClient returning(@Nullable Object value) {
    return client(McpServer.named("s", "1").tool("t", tool -> tool.handle((in, call) -> value)));
  }

  private static TestClient client(McpServerBuilder builder) {
    return new TestClient(builder.build());
  }

  @Test
  void stringBecomesText() throws Exception {
    CallToolResult result = returning("hi").result("t", null);
    assertThat(result.content()).containsExactly(TextContent.of("hi"));
    assertThat(result.structuredContent()).isNull();
    assertThat(result.isError()).isNull();
  }

  @Test
  void recordBecomesStructuredContentAndItsJsonText() throws Exception {
    CallToolResult result = returning(new Hit(7, "x")).result("t", "{}");
    assertThat(result.structuredContent()).isEqualTo(json("{\"id\":7,\"title\":\"x\"}"));
    assertThat(json(TestClient.text(result))).isEqualTo(result.structuredContent());
  }

  @Test
  void listsMapsNumbersAndJsonBecomeStructuredContent() throws Exception {
    assertThat(returning(List.of(new Hit(1, "a"))).result("t", null).structuredContent())
        .isEqualTo(json("[{\"id\":1,\"title\":\"a\"}]"));
    assertThat(returning(List.of()).result("t", null).structuredContent()).isEqualTo(json("[]"));
    assertThat(returning(Map.of("a", 1)).result("t", null).structuredContent())
        .isEqualTo(json("{\"a\":1}"));
    assertThat(returning(42).result("t", null).structuredContent()).isEqualTo(json("42"));
    assertThat(returning(json("[true]")).result("t", null).structuredContent())
        .isEqualTo(json("[true]"));
    assertThat(returning(TestClient.object("{\"a\":1}")).result("t", null).structuredContent())
        .isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void contentIsTakenAsItIs() throws Exception {
    ContentBlock image = new ImageContent("AA==", "image/png", null, JsonObject.EMPTY);
    assertThat(returning(image).result("t", null).content()).containsExactly(image);
    List<ContentBlock> both = List.of(TextContent.of("a"), image);
    assertThat(returning(both).result("t", null).content()).isEqualTo(both);
  }

  @Test
  void resultIsTakenAsItIs() throws Exception {
    CallToolResult own = CallToolResult.error("no");
    assertThat(returning(own).result("t", null).content()).isEqualTo(own.content());
    assertThat(returning(new Reply.Complete<>(own)).result("t", null).failed()).isTrue();
  }

  @Test
  void nothingBecomesAResultWithoutContent() throws Exception {
    assertThat(returning(null).result("t", null).content()).isEmpty();
    assertThat(returning(Optional.empty()).result("t", null).content()).isEmpty();
    assertThat(returning(Optional.of("x")).text("t", null)).isEqualTo("x");
  }

  @Test
  void unknownToolIsAProtocolError() {
    assertThatThrownBy(() -> returning("x").call("other", null))
        .isInstanceOfSatisfying(
            McpException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMS))
        .hasMessage("Unknown tool: other");
  }

  @Test
  void toolWithoutInputTakesNoArguments() throws Exception {
    assertThat(returning("x").text("t", "{}")).isEqualTo("x");
    assertThat(returning("x").result("t", "{\"a\":1}").failed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|query",
        "{\"query\":1}|/query",
        "{\"query\":\"x\",\"limit\":51}|/limit",
        "{\"query\":\"x\",\"limit\":\"5\"}|/limit",
      })
  void invalidArgumentsAreToldToTheModel(String arguments, String place) throws Exception {
    TestClient client =
        client(
            McpServer.named("s", "1")
                .tool("search", t -> t.input(Search.class).handle((in, call) -> in.query())));
    CallToolResult result = client.result("search", arguments);
    assertThat(result.failed()).isTrue();
    assertThat(TestClient.text(result))
        .startsWith("Invalid arguments for tool search")
        .contains(place)
        .doesNotContain("dev.mcp4j")
        .doesNotContain("jackson");
  }

  @Test
  void missingArgumentsAreAnEmptyObject() throws Exception {
    TestClient client =
        client(
            McpServer.named("s", "1")
                .tool(
                    "t",
                    t ->
                        t.inputSchema("{\"type\":\"object\"}")
                            .handle((in, call) -> in.toString())));
    assertThat(client.text("t", null)).isEqualTo("{}");
    assertThat(client.text("t", "{\"a\":1.50}")).isEqualTo("{\"a\":1.50}");
  }

  @Test
  void toolErrorIsToldToTheModel() throws Exception {
    CallToolResult result =
        throwing(new ToolError("try again tomorrow", new IllegalStateException("secret")))
            .result("t", null);
    assertThat(result.failed()).isTrue();
    assertThat(TestClient.text(result)).isEqualTo("try again tomorrow");
  }

  @Test
  void mcpExceptionIsAProtocolError() {
    assertThatThrownBy(() -> throwing(new McpException(-7, "no")).call("t", null))
        .isInstanceOfSatisfying(McpException.class, e -> assertThat(e.code()).isEqualTo(-7));
  }

  @Test
  void anythingElseIsAGenericErrorWithAReference() throws Exception {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("db password=hunter2"),
            new java.io.IOException("/etc/passwd"),
            new StackOverflowError(),
            new AssertionError("secret"))) {
      CallToolResult result = throwing(thrown).result("t", null);
      assertThat(result.failed()).isTrue();
      assertThat(TestClient.text(result)).matches("The tool failed\\. Reference: [0-9a-f]{12}");
    }
  }

  @Test
  void failureOfACancelledCallIsNotAnswered() {
    TestClient client =
        throwing(new CancellationException())
            .cancelled(
                new Cancellation() {
                  @Override
                  public boolean isCancelled() {
                    return true;
                  }

                  @Override
                  public void onCancel(Runnable action) {}
                });
    assertThatThrownBy(() -> client.call("t", null)).isInstanceOf(CancellationException.class);
  }

  private static TestClient throwing(Throwable thrown) {
    return client(
        McpServer.named("s", "1")
            .tool(
                "t",
                tool ->
                    tool.handle(
                        (in, call) -> {
                          if (thrown instanceof Error error) {
                            throw error;
                          }
                          throw (Exception) thrown;
                        })));
  }

  @Test
  void promisedOutputIsStructuredWhateverItIs() throws Exception {
    TestClient client =
        client(
            McpServer.named("s", "1")
                .tool("record", t -> t.output(Hit.class).handle((in, call) -> new Hit(1, "a")))
                .tool("text", t -> t.output(String.class).handle((in, call) -> "a"))
                .tool(
                    "json",
                    t ->
                        t.outputSchema("{\"type\":\"array\"}")
                            .handle((in, call) -> JsonNodeFactory.instance.arrayNode())));
    assertThat(client.result("record", null).structuredContent())
        .isEqualTo(json("{\"id\":1,\"title\":\"a\"}"));
    assertThat(client.result("text", null).structuredContent()).isEqualTo(json("\"a\""));
    assertThat(client.text("text", null)).isEqualTo("\"a\"");
    assertThat(client.result("json", null).structuredContent()).isEqualTo(json("[]"));
  }

  @Test
  void outputThatBreaksThePromiseIsNeverSent() throws Exception {
    for (Object wrong :
        new Object[] {
          "secret",
          Map.of("id", "secret"),
          List.of(TextContent.of("secret")),
          CallToolResult.text("secret"),
          Optional.empty()
        }) {
      TestClient client =
          client(
              McpServer.named("s", "1")
                  .tool("t", t -> t.output(Hit.class).handle((in, call) -> wrong)));
      CallToolResult result = client.result("t", null);
      assertThat(result.failed()).isTrue();
      assertThat(TestClient.text(result)).startsWith("The tool failed. Reference: ");
    }
  }

  @Test
  void errorNeedsNoPromisedOutput() throws Exception {
    TestClient client =
        client(
            McpServer.named("s", "1")
                .tool(
                    "t",
                    t -> t.output(Hit.class).handle((in, call) -> CallToolResult.error("nope"))));
    assertThat(client.text("t", null)).isEqualTo("nope");
  }
}
