/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class InputRoundsTest {
  private static final String DONE =
      "{\"resultType\":\"complete\",\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";

  private static final String FORM =
      "{\"method\":\"elicitation/create\",\"params\":{\"message\":\"Sure?\",\"requestedSchema\":"
          + "{\"type\":\"object\",\"properties\":{\"yes\":{\"type\":\"boolean\"},"
          + "\"name\":{\"type\":\"string\",\"default\":\"Ada\"},"
          + "\"age\":{\"type\":\"integer\",\"default\":36}},\"required\":[\"yes\"]}}}";

  record Confirm(boolean yes) {}

  private final ScriptedTransport transport = new ScriptedTransport();

  private static String asks(String questions, String state) {
    String tail = state == null ? "" : ",\"requestState\":\"" + state + "\"";
    return "{\"resultType\":\"input_required\",\"inputRequests\":{" + questions + "}" + tail + "}";
  }

  private McpClientBuilder builder() {
    return McpClient.builder().transport(transport);
  }

  private InputResponseRequestParams params(int request) {
    return (InputResponseRequestParams) transport.peer(request).params();
  }

  @Test
  void formIsAnsweredWithTheDefaultsOfFieldsLeftOut() {
    transport.thenResult(asks("\"confirm\":" + FORM, "s1")).thenResult(DONE);
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    assertThat(client.call("t").as(String.class)).isEqualTo("done");

    assertThat(params(1).inputResponses())
        .containsOnlyKeys("confirm")
        .containsEntry(
            "confirm",
            ScriptedTransport.json(
                "{\"action\":\"accept\",\"content\":{\"yes\":true,\"name\":\"Ada\",\"age\":36}}"));
  }

  @Test
  void stateGoesBackUnchangedAndWithANewId() {
    String state = "\\u00e9\\\\ \\\"x\\\" ==";
    transport.thenResult(asks("\"confirm\":" + FORM, state)).thenResult(DONE);
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    client.call("t").result();

    assertThat(params(1).requestState()).isEqualTo("\u00e9\\ \"x\" ==");
    assertThat(transport.peer(1).id()).isNotEqualTo(transport.peer(0).id());
  }

  @Test
  void noStateIsSentWhenNoneWasGivenEvenAfterARoundThatHadOne() {
    transport
        .thenResult(asks("\"a\":" + FORM, "s1"))
        .thenResult(asks("\"b\":" + FORM, null))
        .thenResult(DONE);
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    client.call("t").result();

    assertThat(params(1).requestState()).isEqualTo("s1");
    assertThat(params(2).requestState()).isNull();
    assertThat(params(2).inputResponses()).containsOnlyKeys("b");
  }

  @Test
  void stateWithoutQuestionsIsRetriedWithoutAnswers() {
    transport
        .thenResult("{\"resultType\":\"input_required\",\"requestState\":\"wait\"}")
        .thenResult(DONE);

    builder().build().call("t").result();

    assertThat(params(1).requestState()).isEqualTo("wait");
    assertThat(params(1).inputResponses()).isNull();
  }

  @Test
  void stateOfARoundThatIsNotAnsweredIsAbandoned() {
    transport.thenResult(asks("\"a\":" + FORM, "s1")).thenResult(asks("\"b\":" + FORM, "s2"));
    McpClient client =
        builder()
            .onElicitation(
                form -> {
                  if (transport.peers.size() > 1) {
                    throw new IllegalStateException("no");
                  }
                  return form.accept(new Confirm(true));
                })
            .build();

    assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(InputRequestException.class);

    assertThat(transport.abandoned).containsExactly("s2");
  }

  @Test
  void stateOfACallThatSucceedsIsNotAbandoned() {
    transport.thenResult(asks("\"a\":" + FORM, "s1")).thenResult(DONE);
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    client.call("t").result();

    assertThat(transport.abandoned).isEmpty();
  }

  @Test
  void answersOfOneCallAreNotSentWithTheNext() {
    transport.thenResult(asks("\"a\":" + FORM, "s1")).thenResult(DONE).thenResult(DONE);
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    client.call("t").result();
    client.call("t").result();

    assertThat(params(2).requestState()).isNull();
    assertThat(params(2).inputResponses()).isNull();
  }

  @Test
  void samplingRootsAndLinksAreAnsweredInOneRound() {
    transport
        .thenResult(
            asks(
                "\"s\":{\"method\":\"sampling/createMessage\",\"params\":{\"messages\":[{\"role\":"
                    + "\"user\",\"content\":{\"type\":\"text\",\"text\":\"hi\"}}],\"maxTokens\":9}},"
                    + "\"r\":{\"method\":\"roots/list\"},"
                    + "\"u\":{\"method\":\"elicitation/create\",\"params\":{\"mode\":\"url\","
                    + "\"message\":\"go\",\"url\":\"https://example.com/x\"}}",
                null))
        .thenResult(DONE);
    McpClient client =
        builder()
            .onSampling(
                request ->
                    new CreateMessageResult(
                        Role.ASSISTANT,
                        List.of(TextContent.of("ho " + request.maxTokens())),
                        "m",
                        null,
                        JsonObject.EMPTY))
            .onRoots(() -> List.of(new Root("file:///x", null, JsonObject.EMPTY)))
            .onUrlElicitation(
                link -> {
                  assertThat(link.url()).isEqualTo("https://example.com/x");
                  return ElicitAction.DECLINE;
                })
            .build();

    client.call("t").result();

    assertThat(params(1).inputResponses().get("s").at("/model").stringValue()).isEqualTo("m");
    assertThat(params(1).inputResponses().get("s").toString()).contains("ho 9");
    assertThat(params(1).inputResponses().get("r").at("/roots/0/uri").stringValue())
        .isEqualTo("file:///x");
    assertThat(params(1).inputResponses().get("u"))
        .isEqualTo(ScriptedTransport.json("{\"action\":\"decline\"}"));
  }

  @Test
  void declinedFormHasNoContent() {
    transport.thenResult(asks("\"a\":" + FORM, null)).thenResult(DONE);
    McpClient client = builder().onElicitation(ElicitationForm::decline).build();

    client.call("t").result();

    assertThat(params(1).inputResponses().get("a"))
        .isEqualTo(ScriptedTransport.json("{\"action\":\"decline\"}"));
  }

  @Test
  void answerThatDoesNotFitTheFormIsNotSent() {
    transport.thenResult(asks("\"a\":" + FORM, null));
    McpClient client = builder().onElicitation(ElicitationForm::accept).build();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOfSatisfying(
            InputRequestException.class, e -> assertThat(e.key()).isEqualTo("a"))
        .hasMessageContaining("the answer to question a does not fit its form")
        .hasMessageContaining("yes");
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void questionNobodyIsRegisteredForIsNamed() {
    transport.thenResult(asks("\"who\":" + FORM, null));

    assertThatThrownBy(() -> builder().build().call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessage(
            "cannot answer question who, elicitation/create: no handler for forms is registered");
  }

  @Test
  void samplingWithToolsIsRefusedWhereItIsNotDeclared() {
    for (String tools :
        List.of(
            "\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]",
            "\"toolChoice\":{\"mode\":\"auto\"}")) {
      transport.thenResult(
          asks(
              "\"q\":{\"method\":\"sampling/createMessage\",\"params\":{\"messages\":[],"
                  + "\"maxTokens\":5,"
                  + tools
                  + "}}",
              null));
      McpClient client =
          builder()
              .onSampling(
                  request -> {
                    throw new AssertionError("the model was asked");
                  })
              .build();
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(InputRequestException.class)
          .hasMessageContaining("uses tools");
    }
  }

  @Test
  void unknownQuestionIsNamed() {
    transport.thenResult(asks("\"x\":{\"method\":\"acme/ask\",\"params\":{}}", null));

    assertThatThrownBy(() -> builder().build().call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessage("cannot answer question x, acme/ask: it is not known");
  }

  @Test
  void failureOfAHandlerIsTheCause() {
    transport.thenResult(asks("\"a\":" + FORM, null));
    IllegalStateException broken = new IllegalStateException("no screen");
    McpClient client =
        builder()
            .onElicitation(
                form -> {
                  throw broken;
                })
            .build();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasCause(broken);
  }

  @Test
  void serverThatAsksWithoutEndIsStoppedAfterTenRounds() {
    transport.always(peer -> peer.result(asks("\"a\":" + FORM, null)));
    McpClient client = builder().onElicitation(form -> form.accept(new Confirm(true))).build();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessage("the server still asks for input after 10 rounds of tools/call");
    assertThat(transport.peers).hasSize(11);
  }

  @Test
  void inputMustNotBeAskedForOnAList() {
    transport.thenResult(asks("\"a\":" + FORM, null));

    assertThatThrownBy(() -> builder().build().tools().toList())
        .isInstanceOf(ProtocolException.class)
        .hasMessage("the server asks for input, which it must not do on tools/list");
  }

  @Test
  void timeAHandlerTakesIsNotTheServers() {
    transport.thenResult(asks("\"a\":" + FORM, null)).thenResult(DONE);
    CountDownLatch never = new CountDownLatch(1);
    McpClient client =
        builder()
            .onElicitation(
                form -> {
                  assertThat(never.await(60, TimeUnit.MILLISECONDS)).isFalse();
                  return form.accept(new Confirm(true));
                })
            .build();

    assertThat(
            client
                .call("t")
                .timeout(Duration.ofMillis(50))
                .maxTotal(Duration.ofMillis(50))
                .as(String.class))
        .isEqualTo("done");
  }

  @Test
  void capabilitiesFollowFromTheHandlers() {
    transport.always(peer -> peer.result(DONE));

    builder().build().call("t").result();
    builder().onElicitation(ElicitationForm::accept).build().call("t").result();
    builder().onUrlElicitation(link -> ElicitAction.CANCEL).build().call("t").result();
    builder()
        .onElicitation(ElicitationForm::accept)
        .onUrlElicitation(link -> ElicitAction.CANCEL)
        .onRoots(List::of)
        .build()
        .call("t")
        .result();

    assertThat(transport.peer(0).meta().clientCapabilities().elicitation()).isNull();
    assertThat(transport.peer(0).meta().clientCapabilities().roots()).isNull();
    assertThat(transport.peer(0).meta().clientCapabilities().sampling()).isNull();
    assertThat(transport.peer(1).meta().clientCapabilities().elicitation().supportsForm()).isTrue();
    assertThat(transport.peer(1).meta().clientCapabilities().elicitation().supportsUrl()).isFalse();
    assertThat(transport.peer(2).meta().clientCapabilities().elicitation().supportsForm())
        .isFalse();
    assertThat(transport.peer(3).meta().clientCapabilities().elicitation().supportsUrl()).isTrue();
    assertThat(transport.peer(3).meta().clientCapabilities().roots()).isNotNull();
  }

  @Test
  void unknownResultTypeIsRefusedWithItsJson() {
    transport.thenResult("{\"resultType\":\"task\",\"taskId\":\"7\"}");

    assertThatThrownBy(() -> builder().build().call("t").result())
        .isInstanceOfSatisfying(
            UnsupportedResultTypeException.class,
            e -> {
              assertThat(e.resultType()).isEqualTo("task");
              assertThat(e.result().get("taskId").stringValue()).isEqualTo("7");
            });
  }

  @Test
  void absentResultTypeMeansComplete() {
    transport.thenResult("{\"content\":[{\"type\":\"text\",\"text\":\"old\"}]}");

    assertThat(builder().build().call("t").as(String.class)).isEqualTo("old");
  }

  @Test
  void answerWhoseFormatIsWrongIsNotSent() {
    transport.thenResult(
        asks(
            "\"a\":{\"method\":\"elicitation/create\",\"params\":{\"message\":\"Where?\","
                + "\"requestedSchema\":{\"type\":\"object\",\"properties\":"
                + "{\"mail\":{\"type\":\"string\",\"format\":\"email\"}}}}}",
            null));
    McpClient client =
        builder()
            .onElicitation(
                form ->
                    ElicitResult.accept(
                        new JsonObject(
                            JsonNodeFactory.instance.objectNode().put("mail", "nobody"))))
            .build();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessageContaining("the answer to question a does not fit its form")
        .hasMessageContaining("mail");
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void handlerWithoutAnAnswerIsNamed() {
    transport.thenResult(asks("\"a\":" + FORM, null));
    McpClient client = builder().onElicitation(form -> null).build();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessage("the handler of elicitation/create failed on question a");
  }

  @Test
  void moreQuestionsAtOnceThanAllowedAreNotAnswered() {
    List<String> asked = new ArrayList<>();
    McpClient client =
        builder()
            .maxQuestionsPerRound(1)
            .onElicitation(
                form -> {
                  asked.add(form.message());
                  return form.accept(new Confirm(true));
                })
            .build();
    transport
        .thenResult(asks("\"a\":" + FORM, "s1"))
        .thenResult(asks("\"a\":" + FORM + ",\"b\":" + FORM, "s2"));

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(InputRequestException.class)
        .hasMessageContaining(
            "the server asks 2 questions at once during tools/call, and 1 is the most");
    assertThat(asked).hasSize(1);
    assertThatThrownBy(() -> builder().maxQuestionsPerRound(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
