/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Results that may be kept for a while. */
@Needs(abilities = {"resources", "tools"})
class CacheProperties extends ClientGenerators {
  private static final long LONG = 600_000;

  @Property
  @Checks("cache.key")
  void otherParametersAreAnotherRequest(
      @ForAll("opaque") String one, @ForAll("opaque") String other, Trial trial) {
    if (one.equals(other)) {
      return;
    }
    Stage stage = stage(trial);
    stage
        .script()
        .on("resources/read", asked -> Answer.complete(Script.contents(asked, LONG)))
        .on("resources/list", asked -> Answer.complete(members("resources", LONG)))
        .on("tools/list", asked -> Answer.complete(members("tools", LONG)));
    Client client = stage.connect();
    for (String uri : List.of(uri(one), uri(other), uri(one))) {
      String brought =
          stage
              .succeeds("cache.key", client.read(uri).await())
              .at("/contents/0/uri")
              .stringValue("");
      trial.expect("cache.key", brought.equals(uri), uri, brought);
    }
    stage.succeeds("cache.key", client.list("resources").await());
    stage.succeeds("cache.key", client.list("tools").await());
    trial.expect(
        "cache.key",
        !stage.inbox().all("resources/list").isEmpty()
            && !stage.inbox().all("tools/list").isEmpty(),
        "a request for each list",
        "fewer");
  }

  private static String uri(String text) {
    return "test://x/" + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ObjectNode members(String kind, long ttl) {
    ObjectNode result = Script.cacheable(ttl);
    result.putArray(kind);
    return result;
  }

  @Property
  @Checks("cache.ttl-positive")
  @Needs(abilities = "cache")
  void freshListIsNotFetchedAgain(@ForAll @IntRange(min = 60_000) int ttl, Trial trial) {
    trial.expect("cache.ttl-positive", fetches(trial, ttl) == 1, "one request", "more");
  }

  @Property
  @Checks("cache.ttl-zero")
  void listWithoutLifetimeIsFetchedAgain(Trial trial) {
    trial.expect("cache.ttl-zero", fetches(trial, 0) == 2, "two requests", "one");
  }

  @Property
  @Checks("cache.ttl-negative")
  void negativeLifetimeIsNone(@ForAll @IntRange(min = -600_000, max = -1) int ttl, Trial trial) {
    trial.expect("cache.ttl-negative", fetches(trial, ttl) == 2, "two requests", "fewer");
  }

  private static int fetches(Trial trial, long ttl) {
    Stage stage = stage(trial);
    stage.script().on("resources/list", asked -> Answer.complete(members("resources", ttl)));
    Client client = stage.connect();
    String requirement =
        ttl > 0 ? "cache.ttl-positive" : ttl == 0 ? "cache.ttl-zero" : "cache.ttl-negative";
    stage.succeeds(requirement, client.list("resources").await());
    stage.succeeds(requirement, client.list("resources").await());
    return stage.inbox().all("resources/list").size();
  }

  @Property
  @Checks("cache.ttl-absent")
  void missingLifetimeIsNone(Trial trial) {
    Stage stage = stage(trial);
    ObjectNode result = Json.object();
    result.putArray("resources");
    stage.script().on("resources/list", asked -> Answer.complete(result));
    Client client = stage.connect();
    stage.succeeds("cache.ttl-absent", client.list("resources").await());
    stage.succeeds("cache.ttl-absent", client.list("resources").await());
    int fetches = stage.inbox().all("resources/list").size();
    trial.expect("cache.ttl-absent", fetches == 2, "two requests", String.valueOf(fetches));
  }

  @Property
  @Tries(2)
  @Checks({"cache.stale-refetched", "cache.no-polling"})
  void staleListIsFetchedWhenItIsNeeded(
      @ForAll @IntRange(min = 20, max = 60) int ttl, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("resources/list", asked -> Answer.complete(members("resources", ttl)));
    Client client = stage.connect();
    stage.succeeds("cache.stale-refetched", client.list("resources").await());
    stage.told(event -> false, Duration.ofMillis(4L * ttl));
    int before = stage.inbox().all("resources/list").size();
    trial.expect("cache.no-polling", before == 1, "one request", before + " requests");
    stage.succeeds("cache.stale-refetched", client.list("resources").await());
    int after = stage.inbox().all("resources/list").size();
    trial.expect("cache.stale-refetched", after == 2, "two requests", after + " requests");
  }

  @Property
  @Tries(3)
  @Checks("cache.page-refetched")
  void expiredPageIsFetchedByItsCursor(@ForAll("opaque") String cursor, Trial trial) {
    Stage stage = stage(trial);
    Fetch second = secondFetch(stage, cursor, false);
    stage.succeeds("cache.page-refetched", second.done());
    trial.expect(
        "cache.page-refetched",
        second.asked().stream().anyMatch(asked -> isOf(cursor, asked)),
        "a request for the page, by its cursor",
        second.asked().size() + " requests");
  }

  @Property
  @Tries(3)
  @Checks("cache.invalid-cursor-restart")
  void listStartsOverWhenACursorHasBecomeInvalid(@ForAll("opaque") String cursor, Trial trial) {
    Stage stage = stage(trial);
    Fetch second = secondFetch(stage, cursor, true);
    // Only who goes on from a page that it has kept learns that its cursor has become invalid.
    if (!second.asked().isEmpty() && isOf(cursor, second.asked().get(0))) {
      stage.succeeds("cache.invalid-cursor-restart", second.done());
      trial.expect(
          "cache.invalid-cursor-restart",
          second.asked().stream().anyMatch(asked -> !asked.params().has("cursor")),
          "the list from its start",
          second.asked().size() + " requests");
    }
  }

  private record Fetch(Done done, List<Asked> asked) {}

  private static boolean isOf(String cursor, Asked asked) {
    JsonNode given = asked.params().path("cursor");
    return given.isString() && given.stringValue().equals(cursor);
  }

  /** What is asked when a list is needed again whose first page is fresh, and its last is not. */
  private static Fetch secondFetch(Stage stage, String cursor, boolean becomesInvalid) {
    AtomicBoolean invalid = new AtomicBoolean();
    stage
        .script()
        .on(
            "resources/list",
            asked -> {
              boolean second = asked.params().has("cursor");
              if (second && invalid.compareAndSet(true, false)) {
                return Answer.error(-32602, "Unknown cursor");
              }
              ObjectNode page = members("resources", second ? 0 : LONG);
              if (!second) {
                page.put("nextCursor", cursor);
              }
              return Answer.complete(page);
            });
    Client client = stage.connect();
    String requirement = becomesInvalid ? "cache.invalid-cursor-restart" : "cache.page-refetched";
    stage.succeeds(requirement, client.list("resources").await());
    int before = stage.inbox().all("resources/list").size();
    invalid.set(becomesInvalid);
    Done done = client.list("resources").await();
    List<Asked> all = stage.inbox().all("resources/list");
    return new Fetch(done, all.subList(before, all.size()));
  }
}
