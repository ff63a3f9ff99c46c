/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list in pages.
 *
 * @param sizes the sizes of the pages
 * @param cursors the cursor to each page but the first
 */
public record Pages(List<Integer> sizes, List<String> cursors) {
  private static final int MOST = 4;

  /** Copies the lists. */
  public Pages {
    sizes = List.copyOf(sizes);
    cursors = List.copyOf(cursors);
  }

  /**
   * Generates lists of one page or several.
   *
   * @param cursors cursors
   * @return the lists
   */
  public static Arbitrary<Pages> by(Arbitrary<String> cursors) {
    return Combinators.combine(
            Arbitraries.integers().between(0, MOST).list().ofMinSize(1).ofMaxSize(MOST),
            cursors.list().uniqueElements().ofSize(MOST - 1))
        .as((sizes, some) -> new Pages(sizes, some.subList(0, sizes.size() - 1)));
  }

  /**
   * Has a client list everything, and looks at what it asked for and what it brought.
   *
   * @param trial where to report
   * @param stage the stage, with nothing said of the list
   * @param connect sets the client up
   * @param kind what to list: {@code tools} or {@code prompts}
   * @param requirement what demands that all pages are followed
   */
  public void follow(
      Trial trial, Stage stage, Function<Stage, Client> connect, String kind, String requirement) {
    String method = kind + "/list";
    stage.script().on(method, asked -> page(kind, asked));
    Done done = connect.apply(stage).list(kind).await();
    List<String> asked = new ArrayList<>();
    stage.inbox().all(method).forEach(a -> asked.add(cursor(a)));
    List<String> expected = new ArrayList<>(List.of("none"));
    cursors.forEach(cursor -> expected.add(Json.write(Json.string(cursor))));
    int empty = cursors.indexOf("");
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
    // A client may list for its own purposes before, and perhaps no more than the first page.
    boolean whole = Collections.indexOfSubList(asked, expected) >= 0;
    trial.expect(
        "page.end-without-cursor",
        whole || asked.size() <= expected.size(),
        "no request after the last page",
        asked.toString());
    trial.expect(requirement, whole, expected.toString(), asked.toString());
    int all = sizes.stream().mapToInt(Integer::intValue).sum();
    trial.expect("page.both-flows", listed.size() == all, all + " items", listed.size() + " items");
  }

  private static String cursor(Asked asked) {
    JsonNode cursor = asked.params().path("cursor");
    return cursor.isMissingNode() ? "none" : Json.write(cursor);
  }

  private Answer page(String kind, Asked asked) {
    JsonNode cursor = asked.params().path("cursor");
    int index = cursor.isMissingNode() ? 0 : cursors.indexOf(cursor.stringValue("")) + 1;
    if (!cursor.isMissingNode() && index == 0) {
      return Answer.error(-32602, "Unknown cursor");
    }
    ObjectNode result = Script.cacheable(0);
    ArrayNode items = result.putArray(kind);
    for (int i = 0; i < sizes.get(index); i++) {
      items.add(item(kind, "item-" + index + "-" + i));
    }
    if (index < cursors.size()) {
      result.put("nextCursor", cursors.get(index));
    }
    return Answer.complete(result);
  }

  private static ObjectNode item(String kind, String name) {
    return kind.equals("tools")
        ? Stage.tool(name, "{\"type\":\"object\"}")
        : Json.object().put("name", name);
  }
}
