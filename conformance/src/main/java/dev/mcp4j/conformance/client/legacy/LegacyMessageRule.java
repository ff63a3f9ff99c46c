/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.rules.MetaKeys;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Each message is a sound request, notification or response. */
final class LegacyMessageRule implements ClientRule {
  private static final String CANCELLED = "notifications/cancelled";

  @Override
  public Set<String> checks() {
    return Set.of(
        "jsonrpc.valid",
        "transport.utf-8",
        "request.id.present",
        "request.id.not-null",
        "request.id.unused-in-session",
        "notification.no-id",
        "result.present",
        "error.shape",
        "error.code-integer",
        "meta.prefix-labels",
        "meta.label-form",
        "meta.name-form",
        "progress.token-type",
        "progress.token-unique",
        "cancel.id-issued",
        "cancel.known-request",
        "cancel.not-initialize",
        "roots.file-uri");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    for (int i = 0; i < all.size(); i++) {
      Asked asked = all.get(i);
      if (!asked.isMessage()) {
        continue;
      }
      String shown = Json.brief(Json.string(asked.raw().text()));
      trial.observe("transport.utf-8", asked.raw().isUtf8(), "UTF-8", shown);
      if (!asked.message().isObject()) {
        // A message over several lines is told apart by the rule for lines.
        trial.observe("jsonrpc.valid", asked.http().isEmpty(), "an object of JSON-RPC", shown);
        continue;
      }
      boolean version = asked.message().path("jsonrpc").stringValue("").equals("2.0");
      trial.observe("jsonrpc.valid", version, "jsonrpc 2.0", shown);
      MetaKeys.look(trial, asked.message());
      if (!asked.message().has("method")) {
        response(trial, asked, shown);
      } else if (asked.isNotification()) {
        trial.observe("notification.no-id", !asked.message().has("id"), "no id", shown);
        cancelled(trial, asked, all.subList(0, i));
      } else {
        request(trial, asked, all.subList(0, i), shown);
      }
    }
  }

  private static void response(Trial trial, Asked asked, String shown) {
    JsonNode error = asked.message().path("error");
    if (error.isMissingNode()) {
      trial.observe("result.present", asked.message().has("result"), "a result", shown);
    } else {
      boolean shape = error.has("code") && error.path("message").isString();
      trial.observe("error.shape", shape, "an error with code and message", shown);
      boolean integer = error.path("code").isIntegralNumber();
      trial.observe("error.code-integer", integer, "a code that is an integer", shown);
    }
    for (JsonNode root : asked.message().path("result").path("roots")) {
      String uri = root.path("uri").stringValue("");
      trial.observe("roots.file-uri", uri.startsWith("file://"), "a file URI", uri);
    }
  }

  private static void request(Trial trial, Asked asked, List<Asked> before, String shown) {
    JsonNode id = asked.id();
    trial.observe("request.id.not-null", !id.isNull(), "an id that is not null", shown);
    boolean present = id.isNull() || id.isString() || id.isIntegralNumber();
    trial.observe("request.id.present", present, "a string or an integer as id", shown);
    int session = 0;
    for (int i = 0; i < before.size(); i++) {
      session = before.get(i).is("initialize") ? i : session;
    }
    boolean used =
        before.subList(session, before.size()).stream()
            .anyMatch(other -> other.isRequest() && Json.same(other.id(), id));
    boolean begins = asked.is("initialize");
    trial.observe("request.id.unused-in-session", begins || !used, "an id of its own", shown);
    JsonNode token = asked.params().path("_meta").path("progressToken");
    if (!token.isMissingNode()) {
      boolean fits = token.isString() || token.isIntegralNumber();
      trial.observe("progress.token-type", fits, "a string or an integer", Json.brief(token));
      boolean shared =
          before.stream()
              .filter(asked::cameWhileOpen)
              .map(other -> other.params().path("_meta").path("progressToken"))
              .anyMatch(other -> Json.same(other, token));
      trial.observe("progress.token-unique", !shared, "a token of its own", Json.brief(token));
    }
  }

  private static void cancelled(Trial trial, Asked asked, List<Asked> before) {
    if (!asked.is(CANCELLED)) {
      return;
    }
    JsonNode id = asked.params().path("requestId");
    List<Asked> meant =
        before.stream().filter(o -> o.isRequest() && Json.same(o.id(), id)).toList();
    String shown = Json.brief(id);
    for (String requirement : List.of("cancel.id-issued", "cancel.known-request")) {
      trial.observe(requirement, !meant.isEmpty(), "the id of a request that was sent", shown);
    }
    boolean initialize = meant.stream().anyMatch(other -> other.is("initialize"));
    trial.observe("cancel.not-initialize", !initialize, "another request", shown);
  }
}
