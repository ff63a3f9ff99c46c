/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Pages, their cursors and their caching hints; completion. */
class ListProperties extends Generators {
  private static final int MOST_PAGES = 5;
  private static final Map<String, String> CAPABILITIES =
      Map.of(
          "tools/list", "tools",
          "prompts/list", "prompts",
          "resources/list", "resources",
          "resources/templates/list", "resources");

  @Property
  @Checks({"page.invalid-cursor-code", "page.invalid-cursor-handled"})
  void inventedCursorIsRefused(
      @ForAll("lists") String method, @ForAll("inventedCursors") String cursor, Trial trial) {
    if (declared(method, trial)) {
      Reply reply = trial.send(trial.ask(method).param("cursor", cursor));
      trial.expect("page.invalid-cursor-handled", reply).answered();
      trial.expect("page.invalid-cursor-code", reply).error(-32602);
    }
  }

  @Provide
  Arbitrary<String> inventedCursors() {
    return Arbitraries.oneOf(
        names().map(name -> "mcp4j-no-cursor-" + name),
        texts().ofMinLength(1).ofMaxLength(40).map(text -> "no cursor " + text));
  }

  @Property
  @Checks({"page.cursor-stable", "cache.scope-same-on-pages", "cache.hints-present"})
  @Tries(6)
  void pagesAreStableAndShareTheirScope(@ForAll("lists") String method, Trial trial) {
    if (!declared(method, trial)) {
      return;
    }
    List<Reply> pages = pages(method, trial);
    JsonNode scope = pages.get(0).result().path("cacheScope");
    for (Reply page : pages) {
      trial.expect("cache.hints-present", page).is(page.result().has("cacheScope"), "cacheScope");
      trial
          .expect("cache.scope-same-on-pages", page)
          .is(page.result().path("cacheScope").equals(scope), "the cacheScope " + scope);
      JsonNode cursor = page.ask().params().path("cursor");
      if (!cursor.isMissingNode()) {
        Reply again = trial.send(trial.ask(method).param("cursor", cursor));
        trial
            .expect("page.cursor-stable", again)
            .is(
                Json.same(items(again), items(page)),
                "the same page again: " + Json.brief(items(page)));
      }
    }
  }

  private static boolean declared(String method, Trial trial) {
    return trial.profile().declares(CAPABILITIES.getOrDefault(method, method));
  }

  private static List<Reply> pages(String method, Trial trial) {
    List<Reply> pages = new ArrayList<>();
    Ask ask = trial.ask(method);
    for (int i = 0; i < MOST_PAGES; i++) {
      Reply page = trial.send(ask);
      trial.expect("page.cursor-stable", page).result();
      pages.add(page);
      JsonNode cursor = page.result().path("nextCursor");
      if (!cursor.isString()) {
        break;
      }
      ask = trial.ask(method).param("cursor", cursor);
    }
    return pages;
  }

  private static JsonNode items(Reply page) {
    List<JsonNode> names = new ArrayList<>();
    for (String member : List.of("tools", "prompts", "resources", "resourceTemplates")) {
      page.result()
          .path(member)
          .forEach(item -> names.add(item.has("uri") ? item.path("uri") : item.path("name")));
    }
    return Json.array(names);
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of(
        "resources/list", "tools/list", "prompts/list", "resources/templates/list");
  }

  @Property
  @Checks({"completion.inputs-validated", "completion.inputs-checked"})
  @Needs(Feature.COMPLETIONS)
  void malformedCompletionIsRefused(@ForAll("malformedCompletions") String text, Trial trial) {
    Ask ask = trial.ask("completion/complete").spoiled();
    Json.object(text).properties().forEach(member -> ask.param(member.getKey(), member.getValue()));
    Reply reply = trial.send(ask);
    trial.expect("completion.inputs-validated", reply).refused();
    trial.expect("completion.inputs-checked", reply).refused();
  }

  @Provide
  Arbitrary<String> malformedCompletions() {
    return Arbitraries.of(
        "{}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"p\"}}",
        "{\"argument\":{\"name\":\"a\",\"value\":\"\"}}",
        "{\"ref\":{\"type\":\"ref/none\",\"name\":\"p\"},\"argument\":{\"name\":\"a\",\"value\":\"\"}}",
        "{\"ref\":{\"type\":\"ref/prompt\"},\"argument\":{\"name\":\"a\",\"value\":\"\"}}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"p\"},\"argument\":{\"name\":\"a\"}}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"p\"},\"argument\":{\"name\":\"a\",\"value\":7}}");
  }

  @Property
  @Checks("completion.error-codes")
  @Needs(Feature.COMPLETIONS)
  void completionForAnUnknownPromptIsAnError(@ForAll("unknownPrompts") String name, Trial trial) {
    JsonNode ref = Json.object().put("type", "ref/prompt").put("name", name);
    JsonNode argument = Json.object().put("name", "a").put("value", "");
    Reply reply =
        trial.send(trial.ask("completion/complete").param("ref", ref).param("argument", argument));
    trial.expect("completion.error-codes", reply).error(-32602);
  }

  @Provide
  Arbitrary<String> unknownPrompts() {
    return names().map(name -> "conformance-no-" + name);
  }

  @Property
  @Checks("schema.complete-result")
  @Needs({Feature.COMPLETIONS, Feature.REQUIRING_PROMPT})
  void completionIsGiven(@ForAll("starts") String start, Trial trial) {
    JsonNode prompt = trial.profile().requiringPrompt().orElseThrow();
    JsonNode ref = Json.object().put("type", "ref/prompt").set("name", prompt.path("name"));
    JsonNode name = prompt.path("arguments").path(0).path("name");
    JsonNode argument = Json.object().put("value", start).set("name", name);
    Reply reply =
        trial.send(trial.ask("completion/complete").param("ref", ref).param("argument", argument));
    trial.expect("schema.complete-result", reply).result();
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.oneOf(Arbitraries.of("", "t", "te", "p", "pa"), texts().ofMaxLength(10));
  }
}
