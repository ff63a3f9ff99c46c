/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.demo;

import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One walk through everything the server offers. */
final class Tour {
  private static final long PATIENCE_SECONDS = 20;

  /** The input of the search tool. */
  record Search(String words, int limit) {}

  /** A line that was found. */
  record Line(String file, int number, String text) {}

  /** The output of the search tool. */
  record Hits(List<Line> lines) {}

  /** The input of the read tool. */
  record File(String file) {}

  /** The input of the tool that writes. */
  record Summary(String file, String text) {}

  private final McpClient client;
  private final Path folder;
  private final Transcript transcript;

  Tour(McpClient client, Path folder, Transcript transcript) {
    this.client = client;
    this.folder = folder;
    this.transcript = transcript;
  }

  void run() throws IOException, InterruptedException {
    discover();
    list();
    Hits hits = search();
    Resource first = client.resources().iterator().next();
    String file = hits.lines().isEmpty() ? first.name() : hits.lines().get(0).file();
    read(file);
    prompt(file);
    watch(first);
    write(hits);
  }

  private void discover() {
    transcript.step("discover the server");
    DiscoverResult server = client.discover();
    transcript.note(
        "%s speaks %s and says: %s"
            .formatted(
                server.meta().serverInfo() == null ? "it" : server.meta().serverInfo().name(),
                server.supportedVersions(),
                server.instructions()));
  }

  private void list() {
    transcript.step("list everything");
    for (Tool tool : client.tools()) {
      transcript.note("tool      %-14s %s".formatted(tool.name(), tool.description()));
    }
    List<Resource> resources = client.resources().toList();
    for (Resource resource : resources.subList(0, Math.min(5, resources.size()))) {
      transcript.note("resource  %s".formatted(resource.uri()));
    }
    transcript.note("resources in all: " + resources.size());
    for (ResourceTemplate template : client.resourceTemplates()) {
      transcript.note("template  %s".formatted(template.uriTemplate()));
    }
    for (Prompt prompt : client.prompts()) {
      transcript.note("prompt    %-14s %s".formatted(prompt.name(), prompt.description()));
    }
  }

  private Hits search() {
    transcript.step("call search with the word \"protocol\"; the result is a record");
    Hits hits = client.call("search", new Search("protocol", 3)).as(Hits.class);
    for (Line line : hits.lines()) {
      transcript.note("%s:%d  %s".formatted(line.file(), line.number(), line.text()));
    }
    return hits;
  }

  private void read(String file) {
    transcript.step("call read for " + file);
    transcript.note(text(client.call("read", new File(file)).result()));
  }

  private void prompt(String file) {
    transcript.step("get the prompt summarize for " + file);
    ContentBlock content =
        client.prompt("summarize", Map.of("file", file)).messages().get(0).content();
    transcript.note(content instanceof TextContent text ? text.text() : content.toString());
  }

  private void watch(Resource resource) throws IOException, InterruptedException {
    transcript.step("watch " + resource.uri() + " while somebody adds a line to it");
    CountDownLatch updated = new CountDownLatch(1);
    SubscriptionFilter filter =
        SubscriptionFilter.builder().resourceSubscriptions(List.of(resource.uri())).build();
    ChangeListener listener =
        new ChangeListener() {
          @Override
          public void onResourceUpdated(String uri) {
            updated.countDown();
          }
        };
    try (ListenHandle handle = client.listen(filter, listener)) {
      transcript.note("the server reports " + handle.acknowledged().resourceSubscriptions());
      Files.writeString(
          folder.resolve(resource.name()), "\nA line of the demo.\n", StandardOpenOption.APPEND);
      if (!updated.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody told of the change of " + resource.uri());
      }
      transcript.note("told of the change; the last line is now:");
    }
    for (ResourceContents contents : client.read(resource.uri()).contents()) {
      if (contents instanceof TextResourceContents text) {
        transcript.note(text.text().lines().reduce((before, last) -> last).orElse(""));
      }
    }
  }

  private void write(Hits hits) {
    transcript.step("call write_summary; the server asks before it writes");
    StringBuilder summary = new StringBuilder("# Where the folder speaks of the protocol\n\n");
    for (Line line : hits.lines()) {
      summary.append("- %s, line %d: %s%n".formatted(line.file(), line.number(), line.text()));
    }
    transcript.note(
        text(client.call("write_summary", new Summary("SUMMARY.md", summary.toString())).result()));
    transcript.step("read what was written");
    transcript.note(text(client.call("read", new File("SUMMARY.md")).result()));
  }

  private static String text(CallToolResult result) {
    StringBuilder text = new StringBuilder(result.failed() ? "failed: " : "");
    for (ContentBlock block : result.content()) {
      text.append(block instanceof TextContent content ? content.text() : block.toString());
    }
    return text.toString();
  }
}
