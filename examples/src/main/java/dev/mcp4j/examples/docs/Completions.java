/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Map;

/** Suggests values of arguments while a user types. */
public final class Completions {
  static final Map<String, List<String>> CITIES =
      Map.of("Norway", List.of("Bergen", "Bodø", "Oslo"), "Italy", List.of("Bari", "Bologna"));

  static McpServer create() {
    return McpServer.named("travel", "1.0.0")
        // @start region="prompt"
        .prompt(
            "plan-trip",
            prompt ->
                prompt
                    .required("country", "where to go")
                    .complete("country", Completer.of(List.of("Italy", "Norway")))
                    .get((arguments, call) -> "Plan a trip to " + arguments.get("country")))
        // @end region="prompt"
        // @start region="resource"
        .resourceTemplate(
            "travel:///{country}/{city}",
            template ->
                template
                    .complete("country", Completer.of(List.of("Italy", "Norway")))
                    .complete(
                        "city",
                        query ->
                            CITIES.getOrDefault(query.resolved().get("country"), List.of()).stream()
                                .filter(city -> city.startsWith(query.value()))
                                .toList())
                    .read((match, call) -> "A guide to " + match.get("city")))
        // @end region="resource"
        .build();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      Completion countries =
          client.complete(new PromptReference("plan-trip", null), "country", "n");
      System.out.println(countries.values());

      ResourceTemplateReference guides =
          new ResourceTemplateReference("travel:///{country}/{city}");
      Completion cities = client.complete(guides, "city", "B", Map.of("country", "Norway"));
      System.out.println(cities.values());
      // @end region="client"
    }
  }
}
