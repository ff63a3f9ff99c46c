/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.tool.ToolAnnotations;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuilderTest {
  record Args(String a) {}

  static Arguments tool(String message, Function<ToolBuilder<JsonObject>, ?> use) {
    Supplier<?> run =
        () ->
            ToolDefinition.of(
                "t",
                builder -> {
                  var unused = use.apply(builder);
                  return builder.handle((in, call) -> "");
                });
    return Arguments.of(message, run);
  }

  static Arguments server(String message, Function<McpServerBuilder, ?> use) {
    Supplier<?> run = () -> use.apply(McpServer.named("s", "1"));
    return Arguments.of(message, run);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        tool("tool t: description is set already", t -> t.description("a").description("b")),
        tool("tool t: title is set already", t -> t.title("a").title("a")),
        tool("tool t: icons is set already", t -> t.icons().icons()),
        tool("tool t: meta is set already", t -> t.meta(JsonObject.EMPTY).meta(JsonObject.EMPTY)),
        tool("tool t: input is set already", t -> t.input(Args.class).input(Args.class)),
        tool("tool t: input is set already", t -> t.input(Args.class).inputSchema("{}")),
        tool("tool t: output is set already", t -> t.output(Args.class).outputSchema("{}")),
        tool("tool t: a read-only tool is not destructive", t -> t.readOnly().destructive(true)),
        tool(
            "tool t: a read-only tool is neither destructive nor idempotent",
            t -> t.idempotent(true).readOnly()),
        tool(
            "tool t: annotations sets all hints already",
            t -> t.annotations(ToolAnnotations.builder().build()).readOnly()),
        tool(
            "tool t: annotations replaces the hints set before",
            t -> t.readOnly().annotations(ToolAnnotations.builder().build())),
        tool(
            "tool t: an inline tool cannot be timed out",
            t -> t.inline().timeout(Duration.ofSeconds(1))),
        tool(
            "tool t: an inline tool cannot be timed out",
            t -> t.timeout(Duration.ofSeconds(1)).inline()),
        tool("tool t: visibleTo is set already", t -> t.visibleTo(c -> true).visibleTo(c -> true)),
        server("server: pageSize is set already", s -> s.pageSize(1).pageSize(1)),
        server("server: toolsMayChange is set already", s -> s.toolsMayChange().toolsMayChange()),
        server(
            "server: cache of tools/list is set already",
            s ->
                s.cache(Methods.LIST_TOOLS, Duration.ZERO)
                    .cache(Methods.LIST_TOOLS, Duration.ZERO)),
        server(
            "server: build is set already",
            s -> {
              s.build().close();
              return s.build();
            }),
        server(
            "resource x:a: what only some callers may see cannot be cached for everybody",
            s ->
                s.resource(
                    "x:a",
                    r -> r.visibleTo(c -> true).cache(Duration.ZERO, CacheScope.PUBLIC).text(""))),
        server(
            "resource x:a: what only some callers may see cannot be cached for everybody",
            s ->
                s.resource(
                    "x:a",
                    r -> r.cache(Duration.ZERO, CacheScope.PUBLIC).visibleTo(c -> true).text(""))),
        server(
            "prompt p: argument a is set already",
            s -> s.prompt("p", p -> p.required("a", "").optional("a", "").get((a, c) -> ""))),
        server(
            "prompt p: an input type cannot be combined with arguments",
            s -> s.prompt("p", p -> p.required("a", "").input(Args.class).get((a, c) -> ""))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void contradictionIsRefusedAtTheSetter(String message, Supplier<?> use) {
    assertThatThrownBy(use::get).isInstanceOf(IllegalStateException.class).hasMessage(message);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        tool("tool t: the timeout must be positive, was PT0S", t -> t.timeout(Duration.ZERO)),
        tool(
            "tool t: the input schema is not a JSON object: expected an object but found an array",
            t -> t.inputSchema("[]")),
        server("server: the page size must be at least 1, was 0", s -> s.pageSize(0)),
        server(
            "server: the limit of resources must not be negative, was -1",
            s -> s.maxSubscribedResources(-1)),
        server(
            "server: the time to live must not be negative, was PT-1S",
            s -> s.cache(Methods.LIST_TOOLS, Duration.ofSeconds(-1))),
        server("tool  : the name must not be blank", s -> s.tool(" ", t -> t.handle((i, c) -> ""))),
        server(
            "tools: there is a t already",
            s ->
                s.tool("t", t -> t.handle((i, c) -> ""))
                    .tool("t", t -> t.handle((i, c) -> ""))
                    .build()),
        server(
            "tool t: the arguments must be an object: the input schema needs \"type\": \"object\"",
            s -> s.tool("t", t -> t.input(String.class).handle((i, c) -> "")).build()),
        server(
            "resource nothing: the URI must have a scheme",
            s -> s.resource("nothing", r -> r.text(""))),
        server(
            "resource template x:{a}: there is no variable b, only [a]",
            s ->
                s.resourceTemplate(
                    "x:{a}", t -> t.complete("b", query -> null).read((m, c) -> ""))),
        server(
            "prompt p: there is no argument b, only [a]",
            s ->
                s.prompt(
                    "p", p -> p.required("a", "").complete("b", query -> null).get((a, c) -> ""))),
        server(
            "prompt p: there is no argument b, only [a]",
            s ->
                s.prompt(
                        "p",
                        p -> p.input(Args.class).complete("b", query -> null).get((a, c) -> ""))
                    .build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void wrongValueIsRefusedWithTheReason(String message, Supplier<?> use) {
    assertThatThrownBy(use::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void schemaAtFaultIsRefusedWhenTheServerIsBuilt() {
    for (String schema :
        new String[] {
          "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"wat\"}}}",
          "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\",\"x-mcp-header\":\"A\"}}}",
          "{\"type\":\"object\",\"$ref\":\"https://example.com/schema\"}",
        }) {
      McpServerBuilder builder =
          McpServer.named("s", "1").tool("t", t -> t.inputSchema(schema).handle((in, call) -> ""));
      assertThatThrownBy(builder::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("tool t: ");
    }
  }

  @Test
  void changingABuilderAfterItsHandlerWasGivenChangesNothing() throws Exception {
    McpServer server =
        McpServer.named("s", "1")
            .tool(
                "t",
                tool -> {
                  ToolDefinition done = tool.handle((in, call) -> "");
                  tool.description("too late");
                  return done;
                })
            .build();
    assertThat(new TestClient(server).list(Methods.LIST_TOOLS).tools().get(0).description())
        .isNull();
  }
}
