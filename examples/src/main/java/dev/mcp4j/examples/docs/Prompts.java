/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.schema.Default;
import dev.mcp4j.schema.Description;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists prompts and gets them. */
public final class Prompts {
  // @start region="record"
  enum Tone {
    FORMAL,
    FRIENDLY
  }

  record Letter(
      @Description("who gets the letter") String recipient,
      @Description("how it should sound") @Default("FRIENDLY") Tone tone) {}

  // @end region="record"

  static McpServer create() {
    return McpServer.named("letters", "1.0.0")
        // @start region="simple"
        .prompt(
            "proofread",
            prompt ->
                prompt
                    .description("Asks for a check of the spelling")
                    .get(
                        (none, call) -> "Correct the spelling of the text above. Change no words."))
        // @end region="simple"
        // @start region="arguments"
        .prompt(
            "translate",
            prompt ->
                prompt
                    .description("Asks for a translation")
                    .required("language", "the language to translate into")
                    .optional("style", "such as plain or solemn")
                    .get(
                        (arguments, call) -> {
                          String style = arguments.getOrDefault("style", "plain");
                          return List.of(
                              PromptMessage.assistant("I translate, and add nothing."),
                              PromptMessage.user(
                                  "Translate the text into "
                                      + arguments.get("language")
                                      + ", "
                                      + style
                                      + "."));
                        }))
        // @end region="arguments"
        // @start region="record"
        .prompt(
            "letter",
            prompt ->
                prompt
                    .description("Asks for a letter")
                    .input(Letter.class)
                    .get(
                        (letter, call) ->
                            "Write a %s letter to %s."
                                .formatted(
                                    letter.tone().name().toLowerCase(Locale.ROOT),
                                    letter.recipient())))
        // @end region="record"
        .build();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      for (Prompt prompt : client.prompts()) {
        System.out.println(prompt.name() + ": " + prompt.description());
        prompt
            .arguments()
            .forEach(
                argument ->
                    System.out.println(
                        "  %s%s: %s"
                            .formatted(
                                argument.name(),
                                Boolean.TRUE.equals(argument.required()) ? "" : " (optional)",
                                argument.description())));
      }
      print(client.prompt("proofread"));
      print(client.prompt("translate", Map.of("language", "Norwegian")));
      print(client.prompt("letter", Map.of("recipient", "Ada", "tone", "FORMAL")));
      try {
        client.prompt("letter", Map.of("recipient", "Ada", "tone", "RUDE"));
      } catch (RequestFailedException e) {
        System.out.println("Error " + e.code() + ": " + e.error().message());
      }
      // @end region="client"
    }
  }

  // @start region="client"
  static void print(GetPromptResult result) {
    for (PromptMessage message : result.messages()) {
      if (message.content() instanceof TextContent text) {
        System.out.println(message.role() + ": " + text.text());
      }
    }
  }
  // @end region="client"
}
