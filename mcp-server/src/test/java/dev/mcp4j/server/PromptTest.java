/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.schema.Description;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
  enum Tone {
    FORMAL,
    CASUAL
  }

  record Letter(
      @Description("who gets it") String to, int pages, Optional<Boolean> signed, Tone tone) {}

  private static final Map<String, String> LETTER =
      Map.of("to", "Ada", "pages", "2", "tone", "CASUAL");

  private static TestClient prompt(
      Function<PromptBuilder<Map<String, String>>, PromptDefinition> definition) {
    return new TestClient(McpServer.named("s", "1").prompt("p", definition).build());
  }

  private static GetPromptResult got(TestClient client, Map<String, String> arguments)
      throws Exception {
    return TestClient.complete(client.prompt("p", arguments));
  }

  private static List<PromptMessage> returned(@Nullable Object value) throws Exception {
    return got(prompt(builder -> builder.get((arguments, call) -> value)), Map.of()).messages();
  }

  @Test
  void whatAHandlerReturnsBecomesMessages() throws Exception {
    ImageContent image = new ImageContent("AA==", "image/png", null, JsonObject.EMPTY);
    PromptMessage answer = PromptMessage.assistant("yes");

    assertThat(returned("hi")).containsExactly(PromptMessage.user("hi"));
    assertThat(returned(image)).containsExactly(new PromptMessage(Role.USER, image));
    assertThat(returned(answer)).containsExactly(answer);
    assertThat(returned(List.of(PromptMessage.user("a"), answer)))
        .containsExactly(PromptMessage.user("a"), answer);
    assertThat(returned(new GetPromptResult("d", List.of(answer), ResultMeta.EMPTY)))
        .containsExactly(answer);
  }

  @Test
  void whatIsNoMessageIsNoMatterOfTheClient() {
    assertThatThrownBy(() -> returned(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a prompt cannot be made from null");
    assertThatThrownBy(() -> returned(List.of("text"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void promptIsListedAsItWasDescribed() throws Exception {
    Icon icon = new Icon("https://example.com/i.png", null, List.of(), null);
    PromptArgument third = new PromptArgument("c", "C", "third", null);
    TestClient client =
        prompt(
            builder ->
                builder
                    .title("P")
                    .description("does it")
                    .icons(icon)
                    .meta(TestClient.object("{\"k\":1}"))
                    .required("a", "first")
                    .optional("b", "second")
                    .argument(third)
                    .get((arguments, call) -> ""));

    assertThat(client.list(Methods.LIST_PROMPTS).prompts())
        .containsExactly(
            new Prompt(
                "p",
                "P",
                "does it",
                List.of(
                    new PromptArgument("a", null, "first", true),
                    new PromptArgument("b", null, "second", null),
                    third),
                List.of(icon),
                TestClient.object("{\"k\":1}")));
    assertThat(got(client, Map.of("a", "1")).description()).isEqualTo("does it");
  }

  @Test
  void argumentsReachTheHandler() throws Exception {
    TestClient client =
        prompt(
            builder ->
                builder
                    .required("a", "")
                    .optional("b", "")
                    .get((arguments, call) -> arguments.get("a") + arguments.get("b")));

    assertThat(got(client, Map.of("a", "1", "b", "2")).messages())
        .containsExactly(PromptMessage.user("12"));
    assertThat(got(client, Map.of("a", "1")).messages())
        .containsExactly(PromptMessage.user("1null"));
  }

  @Test
  void missingArgumentIsInvalidParams() {
    McpException refusal =
        TestClient.refusal(
            () -> got(prompt(b -> b.required("a", "").get((arguments, call) -> "")), Map.of()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).isEqualTo("Missing required argument: a");
  }

  @Test
  void unknownPromptIsInvalidParams() {
    TestClient client = prompt(builder -> builder.get((arguments, call) -> ""));

    McpException refusal = TestClient.refusal(() -> client.prompt("other", Map.of()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).isEqualTo("Unknown prompt: other");
  }

  private static TestClient letters() {
    return prompt(b -> b.input(Letter.class).get((letter, call) -> letter.toString()));
  }

  @Test
  void componentsOfARecordAreTheArguments() throws Exception {
    assertThat(letters().list(Methods.LIST_PROMPTS).prompts().get(0).arguments())
        .containsExactly(
            new PromptArgument("to", null, "who gets it", true),
            new PromptArgument("pages", null, null, true),
            new PromptArgument("signed", null, null, null),
            new PromptArgument("tone", null, null, true));
  }

  @Test
  void recordIsReadFromText() throws Exception {
    assertThat(got(letters(), LETTER).messages())
        .containsExactly(
            PromptMessage.user(new Letter("Ada", 2, Optional.empty(), Tone.CASUAL).toString()));
  }

  @Test
  void numberThatIsTooLongForJsonIsInvalidParams() {
    Map<String, String> arguments = new HashMap<>(LETTER);
    arguments.put("pages", "0".repeat(1_000) + "2");

    McpException refusal = TestClient.refusal(() -> got(letters(), arguments));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).startsWith("Invalid arguments: ").contains("/pages");
  }

  @ParameterizedTest
  @CsvSource({
    "pages, two, /pages",
    "pages, 1.5, /pages",
    "tone, LOUD, /tone",
    "signed, yes, /signed"
  })
  void textThatDoesNotFitTheRecordIsInvalidParams(String name, String value, String place) {
    Map<String, String> arguments = new HashMap<>(LETTER);
    arguments.put(name, value);

    McpException refusal = TestClient.refusal(() -> got(letters(), arguments));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message())
        .startsWith("Invalid arguments: ")
        .contains(place)
        .doesNotContain("jackson")
        .doesNotContain("dev.mcp4j");
  }

  @Test
  void recordThatNoTextCanGiveIsRefusedWhenTheServerIsBuilt() {
    record Several(List<Tone> tones) {}
    assertThatThrownBy(
            () -> prompt(builder -> builder.input(Several.class).get((several, call) -> "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prompt p: tones: an argument of a prompt is one string, not several");
  }

  @Test
  void theSameRuleGatesListAndGet() throws Exception {
    TestClient client =
        prompt(
            builder ->
                builder
                    .visibleTo(caller -> caller.principal() != null)
                    .get((arguments, call) -> ""));

    assertThat(client.list(Methods.LIST_PROMPTS).prompts()).isEmpty();
    assertThat(TestClient.refusal(() -> client.prompt("p", Map.of())).error().message())
        .isEqualTo("Unknown prompt: p");
    client.as(new Caller("ada", Set.of(), "test"));
    assertThat(client.list(Methods.LIST_PROMPTS).prompts()).hasSize(1);
    assertThat(got(client, Map.of()).messages()).hasSize(1);
  }

  @Test
  void errorForTheModelIsAnErrorOfTheRequestWhereNoModelReads() {
    McpException refusal =
        TestClient.refusal(
            () ->
                got(
                    prompt(
                        builder ->
                            builder.get(
                                (arguments, call) -> {
                                  throw new ToolError("not today");
                                })),
                    Map.of()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message()).isEqualTo("not today");
  }
}
