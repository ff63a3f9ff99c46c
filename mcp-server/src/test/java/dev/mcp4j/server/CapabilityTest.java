/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.IncludeContext;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.sampling.ToolChoice;
import dev.mcp4j.api.sampling.ToolChoiceMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client did not declare it is never asked. */
class CapabilityTest {
  record Confirm(boolean yes) {}

  private static final Question<?> FORM = Question.form("form", "?", Confirm.class);
  private static final Question<?> URL = Question.url("url", "?", "https://example.com");
  private static final Question<?> ROOTS = Question.roots("roots");
  private static final Question<?> SAMPLE = Question.sampling("sample", conversation().build());

  private static CreateMessageRequestParams.Builder conversation() {
    return CreateMessageRequestParams.builder()
        .messages(List.of(SamplingMessage.user("hi")))
        .maxTokens(1);
  }

  private static TestClient asking(Question<?>... questions) {
    return new TestClient(
        McpServer.named("s", "1")
            .tool("t", t -> t.handle((in, call) -> call.ask(questions).toString()))
            .build());
  }

  private static void assertMissing(
      ClientCapabilities declared, String required, Question<?>... questions) {
    McpException refusal =
        TestClient.refusal(() -> asking(questions).capable(declared).call("t", null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY);
    assertThat(refusal.data())
        .isEqualTo(TestClient.json("{\"requiredCapabilities\":" + required + "}"));
  }

  private static void assertAsked(ClientCapabilities declared, Question<?>... questions)
      throws Exception {
    assertThat(TestClient.asks(asking(questions).capable(declared).call("t", null)).requests())
        .hasSize(questions.length);
  }

  @Test
  void clientWithoutCapabilitiesIsToldWhichItNeeds() {
    assertMissing(ClientCapabilities.NONE, "{\"elicitation\":{\"form\":{}}}", FORM);
    assertMissing(ClientCapabilities.NONE, "{\"elicitation\":{\"url\":{}}}", URL);
    assertMissing(ClientCapabilities.NONE, "{\"roots\":{}}", ROOTS);
    assertMissing(ClientCapabilities.NONE, "{\"sampling\":{}}", SAMPLE);
  }

  @Test
  void everythingARoundNeedsIsNamedAtOnce() {
    assertMissing(
        ClientCapabilities.builder().roots(JsonObject.EMPTY).build(),
        "{\"elicitation\":{\"form\":{},\"url\":{}},\"sampling\":{}}",
        FORM,
        URL,
        ROOTS,
        SAMPLE);
  }

  @Test
  void clientThatShowsFormsNeedNotVisitPages() throws Exception {
    ClientCapabilities forms =
        ClientCapabilities.builder().elicitation(ElicitationCapability.FORM).build();

    assertAsked(forms, FORM);
    assertMissing(forms, "{\"elicitation\":{\"url\":{}}}", URL);
  }

  @Test
  void emptyElicitationMeansForms() throws Exception {
    ClientCapabilities empty =
        ClientCapabilities.builder()
            .elicitation(new ElicitationCapability(null, null, JsonObject.EMPTY))
            .build();

    assertAsked(empty, FORM);
    assertMissing(empty, "{\"elicitation\":{\"url\":{}}}", URL);
  }

  @Test
  void samplingWithToolsOrContextIsDeclaredOnItsOwn() throws Exception {
    Question<?> withTools =
        Question.sampling(
            "tools", conversation().toolChoice(new ToolChoice(ToolChoiceMode.AUTO)).build());
    Question<?> withContext =
        Question.sampling(
            "context", conversation().includeContext(IncludeContext.THIS_SERVER).build());
    ClientCapabilities plain =
        ClientCapabilities.builder()
            .sampling(new SamplingCapability(null, null, JsonObject.EMPTY))
            .build();

    assertAsked(plain, SAMPLE);
    assertMissing(plain, "{\"sampling\":{\"tools\":{}}}", withTools);
    assertMissing(plain, "{\"sampling\":{\"context\":{}}}", withContext);
    assertAsked(TestClient.EVERYTHING, withTools, withContext);
  }

  @Test
  void contextOfNobodyNeedsNoDeclaration() throws Exception {
    assertAsked(
        ClientCapabilities.builder()
            .sampling(new SamplingCapability(null, null, JsonObject.EMPTY))
            .build(),
        Question.sampling("none", conversation().includeContext(IncludeContext.NONE).build()));
  }

  @Test
  void handlerThatAsksByItselfIsHeldToTheSameRule() {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .tool(
                    "t",
                    t ->
                        t.handle(
                            (in, call) ->
                                new Reply.InputRequired<>(
                                    Map.of("k", ListRootsRequest.INSTANCE),
                                    null,
                                    ResultMeta.EMPTY)))
                .build());

    McpException refusal =
        TestClient.refusal(() -> client.capable(ClientCapabilities.NONE).call("t", null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY);
  }
}
