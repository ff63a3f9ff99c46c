/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.elicitation.BooleanSchema;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.schema.Description;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskTest {
  record Confirm(@Description("really?") boolean yes) {}

  private static final String YES = "{\"action\":\"accept\",\"content\":{\"yes\":true}}";
  private static final CreateMessageRequestParams CONVERSATION =
      CreateMessageRequestParams.builder()
          .messages(List.of(SamplingMessage.user("capital of France?")))
          .maxTokens(10)
          .build();

  private static TestClient tool(ToolHandler<JsonObject> handler) {
    return new TestClient(McpServer.named("s", "1").tool("t", t -> t.handle(handler)).build());
  }

  private static Reply.InputRequired<CallToolResult> asked(TestClient client) throws Exception {
    return TestClient.asks(client.call("t", null));
  }

  /** Answers the questions of a round. */
  private static Reply<CallToolResult> answered(
      TestClient client, Reply.InputRequired<?> round, String responses) throws Exception {
    return client.call("t", null, responses, round.state());
  }

  private static String done(Reply<CallToolResult> reply) {
    return TestClient.text(TestClient.complete(reply));
  }

  @Test
  void formIsAskedAndItsAnswerReachesTheHandler() throws Exception {
    TestClient client =
        tool((in, call) -> "yes: " + call.elicit("ok", "Go?", Confirm.class).orCancel().yes());

    Reply.InputRequired<CallToolResult> round = asked(client);

    FormSchema form =
        new FormSchema(
            Map.of("yes", new BooleanSchema(null, "really?", null)),
            List.of("yes"),
            JsonObject.EMPTY);
    assertThat(round.requests())
        .isEqualTo(Map.of("ok", new ElicitRequest(new ElicitRequestFormParams("Go?", form))));
    assertThat(round.state()).isNotNull();
    assertThat(round.meta().serverInfo()).isNotNull();
    assertThat(done(answered(client, round, "{\"ok\":" + YES + "}"))).isEqualTo("yes: true");
  }

  @Test
  void formWithoutRecordIsAsked() throws Exception {
    FormSchema form =
        new FormSchema(
            Map.of("yes", new BooleanSchema(null, null, null)), List.of("yes"), JsonObject.EMPTY);
    TestClient client =
        tool((in, call) -> call.elicit("ok", "Go?", form).orCancel().node().toString());

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(done(answered(client, round, "{\"ok\":" + YES + "}"))).isEqualTo("{\"yes\":true}");
    assertThat(
            TestClient.refusal(
                    () ->
                        answered(
                            client,
                            round,
                            "{\"ok\":{\"action\":\"accept\",\"content\":{\"yes\":1}}}"))
                .error()
                .message())
        .startsWith("/inputResponses/ok/content/yes: ");
  }

  @Test
  void pageToVisitIsAsked() throws Exception {
    TestClient client =
        tool((in, call) -> call.elicitUrl("pay", "Please pay", "https://example.com/p").orCancel());

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(round.requests())
        .isEqualTo(
            Map.of(
                "pay",
                new ElicitRequest(
                    new ElicitRequestURLParams("Please pay", "https://example.com/p"))));
    assertThat(done(answered(client, round, "{\"pay\":{\"action\":\"accept\"}}")))
        .isEqualTo("https://example.com/p");
  }

  @Test
  void modelOfTheClientIsAsked() throws Exception {
    TestClient client =
        tool((in, call) -> call.sample("capital", CONVERSATION).content().get(0).toString());

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(round.requests())
        .isEqualTo(Map.of("capital", new CreateMessageRequest(CONVERSATION)));
    assertThat(
            done(
                answered(
                    client,
                    round,
                    "{\"capital\":{\"role\":\"assistant\",\"model\":\"m\","
                        + "\"content\":{\"type\":\"text\",\"text\":\"Paris\"}}}")))
        .contains("Paris");
  }

  @Test
  void rootsAreAsked() throws Exception {
    TestClient client =
        tool((in, call) -> call.roots("where").stream().map(Root::uri).toList().toString());

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(round.requests()).isEqualTo(Map.of("where", ListRootsRequest.INSTANCE));
    assertThat(done(answered(client, round, "{\"where\":{\"roots\":[{\"uri\":\"file:///a\"}]}}")))
        .isEqualTo("[file:///a]");
  }

  @Test
  void severalQuestionsAreAskedInOneRound() throws Exception {
    Question<Answer<Confirm>> sure = Question.form("sure", "Sure?", Confirm.class);
    Question<List<Root>> where = Question.roots("where");
    TestClient client =
        tool(
            (in, call) -> {
              Answers answers = call.ask(sure, where);
              return answers.get(sure).orCancel().yes() + " " + answers.get(where).size();
            });

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(round.requests()).containsOnlyKeys("sure", "where");
    assertThat(done(answered(client, round, "{\"sure\":" + YES + ",\"where\":{\"roots\":[]}}")))
        .isEqualTo("true 0");
  }

  @Test
  void questionWithoutAnswerIsAskedAgain() throws Exception {
    TestClient client =
        tool(
            (in, call) -> {
              call.ask(
                  Question.form("a", "A?", Confirm.class), Question.form("b", "B?", Confirm.class));
              return "done";
            });

    Reply.InputRequired<CallToolResult> second =
        TestClient.asks(answered(client, asked(client), "{\"a\":" + YES + "}"));

    assertThat(second.requests()).containsOnlyKeys("b");
    assertThat(done(answered(client, second, "{\"b\":" + YES + "}"))).isEqualTo("done");
  }

  @Test
  void questionsOneAfterTheOtherTakeARoundEach() throws Exception {
    TestClient client =
        tool(
            (in, call) -> {
              boolean first = call.elicit("a", "A?", Confirm.class).orCancel().yes();
              boolean second = call.elicit("b", "B? " + first, Confirm.class).orCancel().yes();
              return first + " " + second;
            });

    Reply.InputRequired<CallToolResult> one = asked(client);
    Reply.InputRequired<CallToolResult> two =
        TestClient.asks(answered(client, one, "{\"a\":" + YES + "}"));

    assertThat(two.requests()).containsOnlyKeys("b");
    assertThat(done(answered(client, two, "{\"b\":" + YES + "}"))).isEqualTo("true true");
  }

  @Test
  void answersNobodyAskedForAreIgnored() throws Exception {
    TestClient client =
        tool((in, call) -> "" + call.elicit("a", "A?", Confirm.class).orCancel().yes());

    assertThat(done(answered(client, asked(client), "{\"a\":" + YES + ",\"other\":42}")))
        .isEqualTo("true");
  }

  @Test
  void answerWithoutStateIsTheAnswerOfAFreshChain() throws Exception {
    TestClient client =
        tool((in, call) -> "" + call.elicit("a", "A?", Confirm.class).orCancel().yes());

    assertThat(done(client.call("t", null, "{\"a\":" + YES + "}", null))).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"decline, The user declined to answer.", "cancel, The user cancelled the question."})
  void userWhoDoesNotAnswerEndsTheCall(String action, String text) throws Exception {
    TestClient client =
        tool((in, call) -> "" + call.elicit("a", "A?", Confirm.class).orCancel().yes());

    CallToolResult result =
        TestClient.complete(
            answered(client, asked(client), "{\"a\":{\"action\":\"" + action + "\"}}"));

    assertThat(result.failed()).isTrue();
    assertThat(TestClient.text(result)).isEqualTo(text);
  }

  @Test
  void handlerMayGoOnWithoutAnAnswer() throws Exception {
    TestClient client =
        tool(
            (in, call) -> {
              Answer<Confirm> answer = call.elicit("a", "A?", Confirm.class);
              return answer.orElse(new Confirm(false)).yes() + " " + answer.accepted().isPresent();
            });
    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(done(answered(client, round, "{\"a\":{\"action\":\"decline\"}}")))
        .isEqualTo("false false");
    assertThat(done(answered(client, round, "{\"a\":" + YES + "}"))).isEqualTo("true true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"action\":\"accept\",\"content\":{}}}|/inputResponses/a/content",
        "{\"a\":{\"action\":\"accept\"}}|/inputResponses/a/content",
        "{\"a\":{\"action\":\"accept\",\"content\":{\"yes\":\"y\"}}}|/inputResponses/a/content/yes",
        "{\"a\":{\"action\":\"maybe\"}}|/inputResponses/a/action",
        "{\"a\":{}}|/inputResponses/a",
        "{\"a\":true}|/inputResponses/a",
        "{\"a\":{\"roots\":[]}}|/inputResponses/a",
      })
  void answerThatDoesNotFitIsInvalidParamsWithItsPlace(String responses, String place)
      throws Exception {
    TestClient client =
        tool((in, call) -> "" + call.elicit("a", "A?", Confirm.class).orCancel().yes());
    Reply.InputRequired<CallToolResult> round = asked(client);

    McpException refusal = TestClient.refusal(() -> answered(client, round, responses));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message())
        .startsWith(place)
        .doesNotContain("dev.mcp4j")
        .doesNotContain("jackson");
  }

  @Test
  void keyIsEscapedInThePlace() throws Exception {
    TestClient client =
        tool((in, call) -> "" + call.elicit("a/b~c", "A?", Confirm.class).orCancel().yes());
    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(TestClient.refusal(() -> answered(client, round, "{\"a/b~c\":1}")).error().message())
        .startsWith("/inputResponses/a~1b~0c");
  }

  @Test
  void twoQuestionsUnderOneKeyAreAFaultOfTheHandler() throws Exception {
    TestClient client =
        tool((in, call) -> call.ask(Question.roots("k"), Question.roots("k")).toString());

    CallToolResult result = client.result("t", null);

    assertThat(result.failed()).isTrue();
    assertThat(TestClient.text(result)).startsWith("The tool failed. Reference: ");
  }

  @Test
  void questionIsCheckedWhenItIsMade() {
    assertThatThrownBy(() -> Question.roots("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Question.url("k", "m", "relative"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the URL to visit must be absolute, was relative");
  }

  @Test
  void questionAskedOnAnotherThreadReachesTheClient() throws Exception {
    TestClient client =
        tool(
            (in, call) ->
                CompletableFuture.supplyAsync(
                        () -> "" + call.elicit("a", "A?", Confirm.class).orCancel().yes())
                    .join());

    Reply.InputRequired<CallToolResult> round = asked(client);

    assertThat(round.requests()).containsOnlyKeys("a");
    assertThat(done(answered(client, round, "{\"a\":" + YES + "}"))).isEqualTo("true");
  }

  @Test
  void handlerThatSwallowsItsQuestionFails() {
    List<ToolHandler<JsonObject>> handlers =
        List.of(
            (in, call) -> {
              try {
                return "" + call.elicit("a", "A?", Confirm.class).orCancel();
              } catch (Throwable swallowed) {
                return "went on";
              }
            },
            (in, call) -> {
              try {
                return "" + call.elicit("a", "A?", Confirm.class).orCancel();
              } catch (Throwable swallowed) {
                throw new CompletionException("instead", null);
              }
            });
    for (ToolHandler<JsonObject> handler : handlers) {
      McpException refusal = TestClient.refusal(() -> tool(handler).call("t", null));

      assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
      assertThat(refusal.error().message()).isEqualTo("The question could not be asked");
    }
  }

  @Test
  void questionPassesWhatCatchesExceptions() throws Exception {
    TestClient client =
        tool(
            (in, call) -> {
              try {
                return "" + call.elicit("a", "A?", Confirm.class).orCancel().yes();
              } catch (Exception swallowed) {
                return "swallowed";
              }
            });

    assertThat(asked(client).requests()).containsOnlyKeys("a");
  }

  @Test
  void promptsAndResourcesAskAsWell() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .prompt("p", p -> p.get((in, call) -> "" + call.roots("k").size()))
                .resource("a:b", r -> r.read(call -> "" + call.roots("k").size()))
                .build());

    assertThat(TestClient.asks(client.prompt("p", Map.of())).requests()).containsOnlyKeys("k");
    assertThat(TestClient.asks(client.read("a:b")).requests()).containsOnlyKeys("k");
  }

  @Test
  void answersOfAnotherRoundAreNotAtHand() throws Exception {
    Question<List<Root>> first = Question.roots("first");
    TestClient client =
        tool(
            (in, call) -> {
              Answers answers = call.ask(new Question<?>[] {first});
              assertThatThrownBy(() -> answers.get(Question.roots("second")))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage("the question second was not asked in this round");
              return "checked";
            });

    assertThat(done(answered(client, asked(client), "{\"first\":{\"roots\":[]}}")))
        .isEqualTo("checked");
  }
}
