/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.token.Protection;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** A protected server tells several users apart. */
@Needs({Feature.PROTECTED, Feature.OWN_TOKENS})
class UserProperties extends Generators {
  private static final Map<String, String> LISTS =
      Map.of(
          "tools/list", "tools",
          "prompts/list", "prompts",
          "resources/list", "resources",
          "resources/templates/list", "resourceTemplates");

  @Property
  @Checks("cache.public-is-shared")
  void publicListsAreTheSameForEverybody(@ForAll("lists") String method, Trial trial) {
    Protection protection = trial.profile().protection().orElseThrow();
    String token =
        protection.tokens().mint().orElseThrow().issue("somebody-else", protection.demanded());
    JsonNode own = list(trial.ask(method), trial);
    JsonNode other = list(Refusals.withToken(trial.ask(method), token), trial);
    JsonNode again = list(trial.ask(method), trial);
    String member = LISTS.get(method);
    if (isPublic(own) && isPublic(other) && own.path(member).equals(again.path(member))) {
      trial.expect(
          "cache.public-is-shared",
          own.path(member).equals(other.path(member)),
          "a public list that is the same for another user, with fewer scopes",
          "two lists: " + Json.brief(own) + " and " + Json.brief(other));
    }
  }

  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of(LISTS.keySet().stream().sorted().toList());
  }

  private static JsonNode list(Ask ask, Trial trial) {
    return trial.send(ask).result();
  }

  private static boolean isPublic(JsonNode result) {
    return result.path("cacheScope").stringValue("").equals("public");
  }
}
