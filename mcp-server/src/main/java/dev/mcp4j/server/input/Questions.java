/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.roots.ListRootsResult;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.Violation;
import dev.mcp4j.server.Answer;
import dev.mcp4j.server.Question;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Turns questions into what is sent, and what comes back into answers. */
final class Questions {
  private final Forms forms;

  Questions(Forms forms) {
    this.forms = forms;
  }

  /**
   * Prepares a question.
   *
   * @throws IllegalArgumentException if it is a form that cannot be shown
   */
  @SuppressWarnings("unchecked") // each kind of question fixes its T, which the compiler cannot see
  <T> PreparedQuestion<T> prepare(Question<T> question) {
    if (question instanceof Question.Form<?> form) {
      return (PreparedQuestion<T>) form(form);
    } else if (question instanceof Question.FreeForm form) {
      return (PreparedQuestion<T>) freeForm(form);
    } else if (question instanceof Question.Url url) {
      return (PreparedQuestion<T>) url(url);
    } else if (question instanceof Question.Sampling sampling) {
      return (PreparedQuestion<T>) sampling(sampling);
    } else if (question instanceof Question.Roots roots) {
      return (PreparedQuestion<T>) roots(roots);
    }
    throw new AssertionError("a question of unknown kind: " + question);
  }

  private <T> PreparedQuestion<Answer<T>> form(Question.Form<T> form) {
    Forms.TypedForm<T> typed = forms.of(form.type());
    return PreparedQuestion.of(
        form,
        new ElicitRequest(new ElicitRequestFormParams(form.message(), typed.schema())),
        json -> answer(json, content -> typed.read(valid(typed.compiled(), content))));
  }

  private PreparedQuestion<Answer<JsonObject>> freeForm(Question.FreeForm form) {
    return PreparedQuestion.of(
        form,
        new ElicitRequest(new ElicitRequestFormParams(form.message(), form.schema())),
        json -> answer(json, content -> valid(Forms.compile(form.schema()), content)));
  }

  private static PreparedQuestion<Answer<String>> url(Question.Url url) {
    return PreparedQuestion.of(
        url,
        new ElicitRequest(new ElicitRequestURLParams(url.message(), url.url())),
        json -> answer(json, content -> url.url()));
  }

  private static PreparedQuestion<CreateMessageResult> sampling(Question.Sampling sampling) {
    return PreparedQuestion.of(
        sampling,
        new CreateMessageRequest(sampling.params()),
        json -> read(CreateMessageResult.class, json));
  }

  private static PreparedQuestion<List<Root>> roots(Question.Roots roots) {
    return PreparedQuestion.of(
        roots, ListRootsRequest.INSTANCE, json -> read(ListRootsResult.class, json).roots());
  }

  private static <T> Answer<T> answer(JsonNode json, Function<JsonObject, T> accepted) {
    ElicitResult result = read(ElicitResult.class, json);
    JsonObject content = result.content();
    return switch (result.action()) {
      case ACCEPT ->
          new Answer.Accepted<>(accepted.apply(content == null ? JsonObject.EMPTY : content));
      case DECLINE -> new Answer.Declined<>();
      case CANCEL -> new Answer.Cancelled<>();
    };
  }

  private static JsonObject valid(CompiledSchema schema, JsonObject content) {
    for (Violation violation : schema.validate(content.node())) {
      throw new UnfitAnswer("/content" + violation.path(), violation.message());
    }
    return content;
  }

  private static <R> R read(Class<R> type, JsonNode json) {
    try {
      return McpJson.read(type, json);
    } catch (JsonShapeException e) {
      throw new UnfitAnswer(e.path(), "expected " + e.expected() + " but found " + e.actual());
    }
  }
}
