/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Pages;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Lists, in pages or in one piece. */
class ListProperties extends ClientGenerators {
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
    pages.follow(trial, stage(trial), Stage::connect, "tools", "page.no-fixed-size");
  }

  @Property
  @Checks("prompt.client-pages")
  @Needs(abilities = "prompts")
  void allPagesOfPromptsAreFollowed(@ForAll("pages") Pages pages, Trial trial) {
    pages.follow(trial, stage(trial), Stage::connect, "prompts", "prompt.client-pages");
  }

  @Provide
  Arbitrary<Pages> pages() {
    return Pages.by(
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just("")), Tuple.of(3, opaque())));
  }
}
