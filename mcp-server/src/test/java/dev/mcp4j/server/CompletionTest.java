/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.CompletionArgument;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.Reference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.api.completion.UnrecognizedReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletionTest {
  enum Tone {
    FORMAL,
    FRIENDLY,
    CASUAL
  }

  record Letter(Tone tone) {}

  private static final Reference PROMPT = new PromptReference("p", null);
  private static final Reference TEMPLATE = new ResourceTemplateReference("test:{a}/{b}");

  private static McpServerBuilder server() {
    return McpServer.named("s", "1")
        .prompt(
            "p",
            p ->
                p.required("language", "")
                    .optional("framework", "")
                    .complete("language", Completer.of(List.of("Python", "Pascal", "Java")))
                    .get((arguments, call) -> ""))
        .resourceTemplate(
            "test:{a}/{b}",
            t ->
                t.complete("b", query -> List.of(query.resolved().get("a") + query.value()))
                    .read((match, call) -> ""))
        .resource("test:fixed", r -> r.text(""));
  }

  private static Completion completed(
      TestClient client, Reference reference, String argument, String value) throws Exception {
    return client.complete(reference, argument, value).completion();
  }

  @Test
  void fixedValuesThatBeginLikeTheTypedTextAreSuggested() throws Exception {
    TestClient client = new TestClient(server().build());

    assertThat(completed(client, PROMPT, "language", "pA"))
        .isEqualTo(new Completion(List.of("Pascal"), null, null));
    assertThat(completed(client, PROMPT, "language", "").values())
        .containsExactly("Python", "Pascal", "Java");
    assertThat(completed(client, PROMPT, "language", "x").values()).isEmpty();
  }

  @Test
  void completerSeesTheArgumentsThatAreKnown() throws Exception {
    TestClient client = new TestClient(server().build());

    Completion completion =
        TestClient.complete(
                client.send(
                    Methods.COMPLETE,
                    new CompleteRequestParams(
                        TEMPLATE,
                        new CompletionArgument("b", "!"),
                        Map.of("a", "known"),
                        client.currentMeta())))
            .completion();

    assertThat(completion.values()).containsExactly("known!");
  }

  @Test
  void argumentWithoutCompleterHasNoSuggestions() throws Exception {
    TestClient client = new TestClient(server().build());

    assertThat(completed(client, PROMPT, "framework", "x").values()).isEmpty();
    assertThat(completed(client, TEMPLATE, "a", "x").values()).isEmpty();
    assertThat(completed(client, new ResourceTemplateReference("test:fixed"), "a", "x").values())
        .isEmpty();
  }

  @Test
  void constantsOfAnEnumAreSuggested() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .prompt("p", p -> p.input(Letter.class).get((letter, call) -> ""))
                .build());

    assertThat(completed(client, PROMPT, "tone", "F").values())
        .containsExactly("FORMAL", "FRIENDLY");
  }

  @Test
  void clientGetsAHundredSuggestionsAndLearnsHowManyThereAre() throws Exception {
    TestClient client = new TestClient(suggesting(250).build());
    Completion many = completed(client, PROMPT, "a", "");
    Completion exactly = completed(new TestClient(suggesting(100).build()), PROMPT, "a", "");

    assertThat(many.values()).hasSize(100).startsWith("0").endsWith("99");
    assertThat(many.total()).isEqualTo(250);
    assertThat(many.hasMore()).isTrue();
    assertThat(exactly.values()).hasSize(100);
    assertThat(exactly.hasMore()).isNull();
  }

  private static McpServerBuilder suggesting(int count) {
    List<String> values = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    return McpServer.named("s", "1")
        .prompt(
            "p",
            p -> p.required("a", "").complete("a", query -> values).get((arguments, call) -> ""));
  }

  @Test
  void unknownThingsAreInvalidParams() {
    TestClient client = new TestClient(server().build());

    assertInvalid(client, new PromptReference("other", null), "a", "Unknown prompt: other");
    assertInvalid(
        client,
        new ResourceTemplateReference("test:other"),
        "a",
        "Unknown resource template: test:other");
    assertInvalid(client, PROMPT, "other", "Unknown argument: other");
    assertInvalid(client, TEMPLATE, "c", "Unknown argument: c");
    assertInvalid(
        client,
        new UnrecognizedReference(TestClient.object("{\"type\":\"ref/tool\"}")),
        "a",
        "Unknown kind of reference: only ref/prompt and ref/resource are supported");
  }

  private static void assertInvalid(
      TestClient client, Reference reference, String argument, String message) {
    McpException refusal = TestClient.refusal(() -> completed(client, reference, argument, ""));
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).isEqualTo(message);
  }

  @Test
  void hiddenPromptSuggestsNothing() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .prompt(
                    "p",
                    p ->
                        p.required("a", "")
                            .complete("a", Completer.of(List.of("secret")))
                            .visibleTo(caller -> caller.principal() != null)
                            .get((arguments, call) -> ""))
                .build());

    assertInvalid(client, PROMPT, "a", "Unknown prompt: p");
    client.as(new Caller("ada", Set.of(), "test"));
    assertThat(completed(client, PROMPT, "a", "").values()).containsExactly("secret");
  }

  @Test
  void serverWithNothingToSuggestHasNoCompletion() throws Exception {
    TestClient without =
        new TestClient(
            McpServer.named("s", "1")
                .prompt("p", p -> p.required("a", "").get((arguments, call) -> ""))
                .build());

    assertThat(without.discover().capabilities().completions()).isNull();
    assertThat(TestClient.refusal(() -> completed(without, PROMPT, "a", "")).code())
        .isEqualTo(ErrorCode.METHOD_NOT_FOUND);
    assertThat(new TestClient(server().build()).discover().capabilities().completions())
        .isEqualTo(JsonObject.EMPTY);
  }
}
