/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what servers with a handshake ask, and of what they do with the answers. */
final class QuestionFaults {
  private static final String ELICIT = "elicitation/create";
  private static final String SAMPLE = "sampling/createMessage";
  private static final String URL = "conformance_url_elicitation";

  private QuestionFaults() {}

  static List<Fault> all() {
    return Stream.of(ids(), questions(), answers(), errors()).flatMap(List::stream).toList();
  }

  private static List<Fault> ids() {
    return List.of(
        renamed(
            "questions have no id to speak of", "request.id.not-null", id -> Json.NODES.nullNode()),
        renamed(
            "questions have ids with fractions",
            "request.id.present",
            id -> Json.NODES.numberNode(0.5)),
        renamed(
            "questions share an id", "request.id.unused-in-session", id -> Json.string("question")),
        onTwoStreams());
  }

  /** Gives questions other ids, and understands the answers all the same. */
  private static Fault renamed(
      String name, String requirement, Function<JsonNode, JsonNode> alias) {
    Map<String, JsonNode> real = new ConcurrentHashMap<>();
    return question(
            name,
            requirement,
            "",
            message -> {
              JsonNode other = alias.apply(message.path("id"));
              real.put(Json.write(other), message.path("id"));
              message.set("id", other);
            })
        .from(
            request -> {
              ObjectNode message = request.message();
              JsonNode id = real.get(Json.write(message.path("id")));
              if (id != null && (message.has("result") || message.has("error"))) {
                message.set("id", id);
                request.message(message);
              }
              return Optional.empty();
            })
        .in("Question.everyToolUse");
  }

  private static Fault onTwoStreams() {
    Map<String, String> last = new ConcurrentHashMap<>();
    return Fault.event(
            "questions come on two streams",
            "http.no-broadcast",
            (request, event) -> {
              if (!event.contains(ELICIT) && !event.contains(SAMPLE)) {
                return List.of(event);
              }
              String before = last.put(request.header("Mcp-Session-Id"), event);
              return before == null ? List.of(event) : List.of(before, event);
            })
        .in("Question.questionsOf");
  }

  private static List<Fault> questions() {
    return List.of(
        elicitation("elicitations have no message", "elicit.params", p -> p.remove("message")),
        elicitation("forms have no schema", "elicit.form-shape", p -> p.remove("requestedSchema")),
        elicitation(
            "forms ask for objects",
            "schema.server-request",
            p ->
                p.withObject("requestedSchema")
                    .withObject("properties")
                    .putObject("x")
                    .put("type", "object")),
        elicitation(
            "forms have links to click",
            "elicit.form-no-links",
            p -> p.put("message", "See https://evil.example/")),
        elicitation(
            "progress tokens have fractions",
            "progress.token-type",
            p -> p.withObject("_meta").put("progressToken", 1.5)),
        elicitation(
                "progress tokens are used again",
                "progress.token-unique",
                p -> p.withObject("_meta").put("progressToken", "token"))
            .in("Question.answeredQuestions"),
        byUrl("elicitations by URL have no id", "elicit.url-shape", p -> p.remove("elicitationId")),
        byUrl("URLs are none", "elicit.url-valid", p -> p.put("url", "no url")),
        byUrl("URLs are not secure", "elicit.url-https", p -> p.put("url", "http://example.com/")),
        sampling(
            "samplings ask for all context",
            "sampling.context-avoided",
            p -> p.put("includeContext", "allServers")),
        sampling(
                "samplings ask for undeclared context",
                "sampling.context-only-if-declared",
                p -> p.put("includeContext", "allServers"))
            .in("Question.noTools"),
        results(
            "tool results come with other content",
            "sampling.tool-results-alone",
            content -> content.addObject().put("type", "text").put("text", "and")),
        results(
            "tool results are of other uses",
            "sampling.tool-result-id",
            content -> ((ObjectNode) content.get(0)).put("toolUseId", "another")),
        results(
            "tool uses have no result", "sampling.tool-use-balanced", content -> content.remove(0)),
        results(
            "tool uses are not answered",
            "sampling.tool-use-answered",
            content -> content.remove(0)));
  }

  private static Fault question(
      String name, String requirement, String method, Consumer<ObjectNode> spoiler) {
    return Fault.event(
        name,
        requirement,
        (request, event) -> {
          ObjectNode message = Json.object(event);
          String there = message.path("method").stringValue("");
          if (message.has("id") && !there.isEmpty() && there.startsWith(method)) {
            spoiler.accept(message);
          }
          return List.of(Json.write(message));
        });
  }

  private static Fault elicitation(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return question(
            name, requirement, ELICIT, message -> spoiler.accept(message.withObject("params")))
        .in("Question.answeredQuestions");
  }

  private static Fault byUrl(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return elicitation(name, requirement, spoiler).in("Question.elicitationByUrl");
  }

  private static Fault sampling(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return question(
            name, requirement, SAMPLE, message -> spoiler.accept(message.withObject("params")))
        .in("Question.answeredQuestions");
  }

  /** Spoils the results of tools, in the request that goes on with them. */
  private static Fault results(String name, String requirement, Consumer<ArrayNode> spoiler) {
    return sampling(
            name,
            requirement,
            params -> {
              JsonNode messages = params.path("messages");
              JsonNode last = messages.path(messages.size() - 1);
              if (messages.size() > 1 && last instanceof ObjectNode message) {
                JsonNode content = message.path("content");
                ObjectNode holder = Json.object();
                var list = holder.putArray("content");
                (content.isArray() ? content : Json.array(List.of(content))).forEach(list::add);
                spoiler.accept(list);
                message.set("content", list);
              }
            })
        .in("Question.everyToolUse");
  }

  private static List<Fault> answers() {
    return List.of(
        mended(
            "contents are not compared with the form",
            "elicit.server-validates",
            "{\"action\":\"accept\",\"content\":{\"username\":\"a\",\"email\":\"a@example.com\"}}"),
        mended(
            "samplings are not looked at",
            "sampling.content-validated",
            "{\"role\":\"assistant\",\"model\":\"m\","
                + "\"content\":{\"type\":\"text\",\"text\":\"a\"}}"));
  }

  /** Takes any answer for a good one. */
  private static Fault mended(String name, String requirement, String answer) {
    return HttpFaults.requests(
        name,
        requirement,
        request -> {
          ObjectNode message = request.message();
          if (message.has("result")) {
            message.set("result", Json.object(answer));
            request.message(message);
          }
        });
  }

  private static List<Fault> errors() {
    return List.of(
        required("-32042 has no list", "elicit.required-error-list", "{}"),
        required(
            "the list of -32042 is empty", "elicit.required-error-list", "{\"elicitations\":[]}"),
        required(
            "-32042 asks for a form",
            "elicit.required-error-url-mode",
            "{\"elicitations\":[{\"mode\":\"form\",\"elicitationId\":\"a\",\"message\":\"m\"}]}"),
        EnvelopeFaults.errorsWith(
                -32601, "-32042 is used for anything", "elicit.required-error-only-then", -32042)
            .in("Message.error"));
  }

  private static Fault required(String name, String requirement, String data) {
    return Fault.request(
            name,
            requirement,
            request -> {
              if (!request.isCallOf(URL)) {
                return Optional.empty();
              }
              ProxyReply reply = ProxyReply.error(request, 200, -32042, "Please visit a page");
              ObjectNode message = reply.message();
              ((ObjectNode) message.path("error")).set("data", Json.object(data));
              reply.message(message);
              return Optional.of(reply);
            })
        .in("Question.elicitationByUrl");
  }
}
