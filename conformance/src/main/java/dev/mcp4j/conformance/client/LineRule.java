/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;

/** On stdio, each line is one message. */
public final class LineRule implements ClientRule {
  /** Makes the rule. */
  public LineRule() {}

  @Override
  public Set<String> checks() {
    return Set.of("stdio.no-embedded-newline", "stdio.stdin-messages-only");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    StringBuilder broken = new StringBuilder();
    for (Asked asked : all) {
      if (asked.http().isPresent()) {
        return;
      }
      if (asked.message().isObject()) {
        report(trial, broken);
        trial.observe("stdio.no-embedded-newline", true, "", "");
        trial.observe("stdio.stdin-messages-only", true, "", "");
      } else {
        broken.append(asked.raw().text()).append('\n');
        if (Json.read(broken.toString()).isPresent()) {
          report(trial, broken);
        }
      }
    }
    report(trial, broken);
  }

  private static void report(Trial trial, StringBuilder broken) {
    if (broken.length() == 0) {
      return;
    }
    String shown = Json.brief(Json.string(broken.toString()));
    if (Json.read(broken.toString()).isPresent()) {
      trial.observe("stdio.no-embedded-newline", false, "each message on a line", shown);
    } else {
      trial.observe("stdio.stdin-messages-only", false, "nothing but messages", shown);
    }
    broken.setLength(0);
  }
}
