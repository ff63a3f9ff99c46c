/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.MetaKeys;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.tool.ToolAnnotations;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** What does not fit is kept, whether a text or a tree is read. */
class OthersTest {
  private static final StrictJson JSON = StrictJson.create(64, 100);

  private static final List<Class<?>> OPEN_TYPES =
      List.of(
          ResultMeta.class,
          NotificationMeta.class,
          ClientCapabilities.class,
          ServerCapabilities.class,
          Annotations.class,
          ToolAnnotations.class);

  @Property(tries = 500)
  void textIsReadAsItsTreeIs(@ForAll("openTypes") Class<?> type, @ForAll("objects") String json) {
    Object fromTree = McpJson.read(type, treeOf(json));
    byte[] text = ("xx[" + json + "," + json + "]]").getBytes(UTF_8);

    List<Object> fromText =
        JSON.parse(text, 2, text.length - 3, parser -> List.of(next(type, parser), last(parser)));

    assertThat(fromText).isEqualTo(List.of(fromTree, McpJson.read(JsonNode.class, bytes(json))));
  }

  @Test
  void valueThatDoesNotFitIsKeptWhole() {
    String json =
        "{'io.modelcontextprotocol/serverInfo':{'name':'n','version':[1,{'a':[]}],'x':{'y':'\\u00e9'}},"
            + "'io.modelcontextprotocol/subscriptionId':7,'z':[]}";

    ResultMeta meta = McpJson.read(ResultMeta.class, bytes(json.replace('\'', '"')));

    assertThat(meta.serverInfo()).isNull();
    assertThat(meta.subscriptionId()).hasToString("7");
    assertThat(meta.other())
        .hasToString(
            "{'io.modelcontextprotocol/serverInfo':{'name':'n','version':[1,{'a':[]}],'x':{'y':'é'}},'z':[]}"
                .replace('\'', '"'));
  }

  @Test
  void valueThatFitsIsReadInPlace() {
    String json =
        "{\"" + MetaKeys.SERVER_INFO + "\":{\"x\":[{}],\"name\":\"n\",\"version\":\"1\"}}";

    assertThat(McpJson.read(ResultMeta.class, bytes(json)).serverInfo())
        .isEqualTo(Implementation.builder("n", "1").build());
  }

  @Test
  void whatCannotBeKeptIsRefusedWhereItIs() {
    String json = "{\"" + MetaKeys.SERVER_INFO + "\":{\"name\":0,\"x\":[0,1e100001]}}";

    assertThatThrownBy(() -> McpJson.read(ResultMeta.class, bytes(json)))
        .isInstanceOfSatisfying(
            JsonShapeException.class,
            e -> assertThat(e.path()).isEqualTo("/io.modelcontextprotocol~1serverInfo/x/1"));
  }

  private static Object next(Class<?> type, JsonParser parser) {
    parser.nextToken();
    return McpJson.read(type, parser);
  }

  /** Reads the other element as a tree, which shows that the first one was left at its end. */
  private static Object last(JsonParser parser) {
    Object tree = next(JsonNode.class, parser);
    assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
    return tree;
  }

  private static JsonParser treeOf(String json) {
    JsonParser parser = new TreeParser(McpJson.read(JsonNode.class, bytes(json)));
    parser.nextToken();
    return parser;
  }

  private static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }

  @Provide
  Arbitrary<Class<?>> openTypes() {
    return Arbitraries.of(OPEN_TYPES);
  }

  @Provide
  Arbitrary<String> objects() {
    return object(3);
  }

  private static Arbitrary<String> object(int depth) {
    Arbitrary<String> names =
        Arbitraries.of(
            MetaKeys.SERVER_INFO,
            MetaKeys.SUBSCRIPTION_ID,
            "name",
            "version",
            "icons",
            "src",
            "roots",
            "sampling",
            "context",
            "elicitation",
            "form",
            "experimental",
            "extensions",
            "tools",
            "listChanged",
            "resources",
            "subscribe",
            "audience",
            "priority",
            "title",
            "readOnlyHint",
            "other");
    return Combinators.combine(
            names.list().uniqueElements().ofMaxSize(6), value(depth).list().ofSize(6))
        .as(OthersTest::members);
  }

  private static String members(List<String> names, List<String> values) {
    return names.stream()
        .map(name -> '"' + name + "\":" + values.get(names.indexOf(name)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.of("0", "-1", "0.5", "1e400", "true", "null", "\"a\"", "\"\\u00e9\\n\"");
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> value(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars),
        Tuple.of(4, Arbitraries.lazy(() -> object(depth - 1))),
        Tuple.of(1, inner.list().ofMaxSize(2).map(all -> '[' + String.join(",", all) + ']')));
  }
}
