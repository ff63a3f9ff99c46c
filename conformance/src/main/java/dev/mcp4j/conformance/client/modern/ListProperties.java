/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, in pages or in one piece. */
class ListProperties extends ClientGenerators {
  /** The sizes of pages, and the cursor to each page but the first. */
  record Pages(List<Integer> sizes, List<String> cursors) {}

  @Property
  @Checks({
    "page.no-fixed-size",
    "page.end-without-cursor",
    "page.both-flows",
    "page.cursor-opaque",
    "page.empty-cursor-valid"
  })
  @Needs(abilities = "tools")
  void allPagesAreFollowed(@ForAll("pages") Pages pages, Trial trial) {
    follow(pages, trial, "tools", "tools/list", "page.no-fixed-size");
  }

  @Property
  @Checks("prompt.client-pages")
  @Needs(abilities = "prompts")
  void allPagesOfPromptsAreFollowed(@ForAll("pages") Pages pages, Trial trial) {
    follow(pages, trial, "prompts", "prompts/list", "prompt.client-pages");
  }

  @Provide
  Arbitrary<Pages> pages() {
    Arbitrary<String> cursors =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just("")), Tuple.of(3, opaque()));
    return Combinators.combine(
            Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(4),
            cursors.list().uniqueElements().ofSize(3))
        .as((sizes, some) -> new Pages(sizes, some.subList(0, sizes.size() - 1)));
  }

  private static void follow(
      Pages pages, Trial trial, String kind, String method, String requirement) {
    Stage stage = stage(trial);
    stage.script().on(method, asked -> page(pages, kind, asked));
    Done done = stage.connect().list(kind).await();
    List<String> asked = new ArrayList<>();
    stage.inbox().all(method).forEach(a -> asked.add(cursor(a)));
    List<String> expected = new ArrayList<>(List.of("none"));
    pages.cursors().forEach(cursor -> expected.add(Json.write(Json.string(cursor))));
    int empty = pages.cursors().indexOf("");
    if (empty >= 0) {
      trial.expect(
          "page.empty-cursor-valid",
          asked.contains("\"\""),
          "a request with the empty cursor",
          asked.toString());
    }
    LinkedHashSet<String> invented = new LinkedHashSet<>(asked);
    invented.removeAll(expected);
    trial.expect(
        "page.cursor-opaque", invented.isEmpty(), "cursors as they came", invented.toString());
    JsonNode listed = stage.succeeds(requirement, done);
    int last = asked.size();
    trial.expect(
        "page.end-without-cursor",
        last <= expected.size(),
        "no request after the last page",
        asked.toString());
    trial.expect(requirement, asked.equals(expected), expected.toString(), asked.toString());
    int all = pages.sizes().stream().mapToInt(Integer::intValue).sum();
    trial.expect("page.both-flows", listed.size() == all, all + " items", listed.size() + " items");
  }

  private static String cursor(Asked asked) {
    JsonNode cursor = asked.params().path("cursor");
    return cursor.isMissingNode() ? "none" : Json.write(cursor);
  }

  private static Answer page(Pages pages, String kind, Asked asked) {
    JsonNode cursor = asked.params().path("cursor");
    int index = cursor.isMissingNode() ? 0 : pages.cursors().indexOf(cursor.stringValue("")) + 1;
    if (!cursor.isMissingNode() && index == 0) {
      return Answer.error(-32602, "Unknown cursor");
    }
    ObjectNode result = Script.cacheable(0);
    ArrayNode items = result.putArray(kind);
    for (int i = 0; i < pages.sizes().get(index); i++) {
      items.add(item(kind, "item-" + index + "-" + i));
    }
    if (index < pages.cursors().size()) {
      result.put("nextCursor", pages.cursors().get(index));
    }
    return Answer.complete(result);
  }

  private static ObjectNode item(String kind, String name) {
    return kind.equals("tools")
        ? Stage.tool(name, "{\"type\":\"object\"}")
        : Json.object().put("name", name);
  }
}
