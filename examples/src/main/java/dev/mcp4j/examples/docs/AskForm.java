/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.elicitation.EnumOption;
import dev.mcp4j.api.elicitation.NumberSchema;
import dev.mcp4j.api.elicitation.PrimitiveSchemaDefinition;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.elicitation.TitledSingleSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledMultiSelectEnumSchema;
import dev.mcp4j.client.ElicitationForm;
import dev.mcp4j.client.ElicitationHandler;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.ToolFailedException;
import dev.mcp4j.schema.Default;
import dev.mcp4j.schema.Description;
import dev.mcp4j.schema.Format;
import dev.mcp4j.schema.Range;
import dev.mcp4j.schema.Title;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A tool that asks the user to fill in a form. */
public final class AskForm {
  // @start region="form"
  enum Room {
    @Title("By the window")
    WINDOW,
    @Title("On the terrace")
    TERRACE
  }

  enum Diet {
    VEGAN,
    HALAL,
    KOSHER
  }

  record Booking(
      @Title("Guests") @Description("how many come") @Range(min = 1, max = 8) int guests,
      @Format("email") String email,
      @Default("TERRACE") Room room,
      @Default("[]") Set<Diet> diets) {}

  // @end region="form"

  static McpServer create() {
    return McpServer.named("restaurant", "1.0.0")
        .tool("book", tool -> tool.handle((none, call) -> book(call)))
        .build();
  }

  // @start region="server"
  static String book(Call call) {
    Booking booking = call.elicit("booking", "Book a table for tonight", Booking.class).orCancel();
    return "A table for %d, %s, diets %s."
        .formatted(booking.guests(), booking.room(), booking.diets());
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0)) {
      book(http.uri(), AskForm::fillIn);
      book(
          http.uri(),
          form -> form.accept(Map.<String, Object>of("guests", 40, "email", "ada@example.com")));
      book(http.uri(), form -> form.decline());
    }
  }

  // @start region="client"
  static ElicitResult fillIn(ElicitationForm form) {
    System.out.println(form.message());
    form.schema()
        .properties()
        .forEach((field, schema) -> System.out.println("  " + field + ": " + control(schema)));
    return form.accept(Map.<String, Object>of("guests", 4, "email", "ada@example.com"));
  }

  static String control(PrimitiveSchemaDefinition field) {
    if (field instanceof NumberSchema number) {
      return "a number from " + number.minimum() + " to " + number.maximum();
    } else if (field instanceof StringSchema text) {
      return "a text, format " + text.format();
    } else if (field instanceof TitledSingleSelectEnumSchema choice) {
      return "one of "
          + choice.options().stream().map(EnumOption::title).toList()
          + ", at first "
          + choice.defaultValue();
    } else if (field instanceof UntitledMultiSelectEnumSchema choice) {
      return "any of " + choice.values();
    }
    return "something else";
  }

  // @end region="client"

  // @start region="client"
  static void book(URI uri, ElicitationHandler user) {
    try (McpClient client = McpClient.builder().http(uri).onElicitation(user).build()) {
      System.out.println(client.call("book").as(String.class));
    } catch (InputRequestException | ToolFailedException e) {
      System.out.println("Failed: " + e.getMessage());
    }
  }
  // @end region="client"
}
