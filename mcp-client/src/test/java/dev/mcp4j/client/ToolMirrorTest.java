/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.Tool;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ToolMirrorTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";

  private final ScriptedTransport transport = new ScriptedTransport(true);
  private final McpClient client = McpClient.builder().transport(transport).build();

  private static String tools(String... definitions) {
    return "{\"tools\":[" + String.join(",", definitions) + "]}";
  }

  private static String tool(String name, String parameter, String annotation) {
    return ("{\"name\":\"%s\",\"inputSchema\":{\"type\":\"object\",\"properties\":{\"%s\":"
            + "{\"type\":\"string\",\"x-mcp-header\":\"%s\"}}}}")
        .formatted(name, parameter, annotation);
  }

  private static JsonObject arguments(String json) {
    return new JsonObject((ObjectNode) ScriptedTransport.json(json));
  }

  @Test
  void argumentsOfAnnotatedParametersAreMirrored() {
    transport.thenResult(tools(tool("t", "region", "Region"))).thenResult(DONE);

    client.call("t", arguments("{\"region\":\"us-west1\",\"other\":1}")).result();

    assertThat(transport.methods()).containsExactly("tools/list", "tools/call");
    assertThat(transport.peer(1).request.parameterHeaders())
        .containsExactly(Map.entry("Mcp-Param-Region", "us-west1"));
    assertThat(transport.peer(1).request.name()).isEqualTo("t");
  }

  @Test
  void absentAndNullArgumentsHaveNoHeader() {
    transport
        .thenResult(tools(tool("t", "region", "Region")))
        .thenResult(DONE)
        .thenResult(DONE)
        .thenResult(DONE);

    client.call("t").result();
    client.call("t", arguments("{}")).result();
    client.call("t", arguments("{\"region\":null}")).result();

    for (int i = 1; i <= 3; i++) {
      assertThat(transport.peer(i).request.parameterHeaders()).isEmpty();
    }
  }

  @Test
  void toolSeenInAListIsNotLookedUp() {
    transport.thenResult(tools(tool("t", "region", "Region"))).thenResult(DONE);

    client.tools().toList();
    client.call("t", arguments("{\"region\":\"x\"}")).result();

    assertThat(transport.methods()).containsExactly("tools/list", "tools/call");
    assertThat(transport.peer(1).request.parameterHeaders()).hasSize(1);
  }

  @Test
  void unlistedToolIsLookedUpOnce() {
    transport.thenResult(tools()).thenResult(DONE).thenResult(DONE);

    client.call("hidden").result();
    client.call("hidden").result();

    assertThat(transport.methods()).containsExactly("tools/list", "tools/call", "tools/call");
  }

  @Test
  void serverWithoutListsIsCalledAllTheSame() {
    transport
        .then(peer -> peer.error(-32601, "Method not found"))
        .thenResult(DONE)
        .thenResult(DONE);

    client.call("t").result();
    client.call("t").result();

    assertThat(transport.methods()).containsExactly("tools/list", "tools/call", "tools/call");
  }

  @Test
  void headerMismatchLooksTheToolUpAgainAndRetriesOnce() {
    transport
        .thenResult(tools(tool("t", "region", "Old")))
        .then(peer -> peer.error(-32020, "Header mismatch"))
        .thenResult(tools(tool("t", "region", "New")))
        .thenResult(DONE);

    assertThat(client.call("t", arguments("{\"region\":\"x\"}")).as(String.class))
        .isEqualTo("done");

    assertThat(transport.methods())
        .containsExactly("tools/list", "tools/call", "tools/list", "tools/call");
    assertThat(transport.peer(3).request.parameterHeaders()).containsOnlyKeys("Mcp-Param-New");
  }

  @Test
  void secondHeaderMismatchIsTheCallersException() {
    transport
        .thenResult(tools(tool("t", "region", "R")))
        .then(peer -> peer.error(-32020, "Header mismatch"))
        .thenResult(tools(tool("t", "region", "R")))
        .then(peer -> peer.error(-32020, "Header mismatch"));

    assertThatThrownBy(() -> client.call("t", arguments("{\"region\":\"x\"}")).result())
        .isInstanceOfSatisfying(
            RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32020));
  }

  @Test
  void toolWithAnInvalidAnnotationIsLeftOutOfTheList() {
    transport.thenResult(tools(tool("bad", "p", "a b"), tool("good", "p", "P")));

    assertThat(client.tools().toList()).extracting(Tool::name).containsExactly("good");
  }

  @Test
  void toolWithAnInvalidAnnotationCannotBeCalled() {
    transport.thenResult(tools(tool("bad", "p", "")));

    assertThatThrownBy(() -> client.call("bad").result())
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("tool bad cannot be called over HTTP, its input schema is invalid");
    assertThat(transport.methods()).containsExactly("tools/list");
  }

  @Test
  void argumentOfTheWrongTypeIsRefusedBeforeItIsSent() {
    transport.thenResult(tools(tool("t", "region", "Region")));

    assertThatThrownBy(() -> client.call("t", arguments("{\"region\":7}")).result())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Mcp-Param-Region");
  }

  @Test
  void transportWithoutHeadersListsEverythingAndLooksNothingUp() {
    ScriptedTransport plain = new ScriptedTransport();
    McpClient other = McpClient.builder().transport(plain).build();
    plain.thenResult(tools(tool("bad", "p", ""))).thenResult(DONE);

    assertThat(other.tools().toList()).hasSize(1);
    other.call("unlisted").result();

    assertThat(plain.methods()).containsExactly("tools/list", "tools/call");
  }

  @Test
  void toolIsWarnedOfOnceForEachReason() {
    transport
        .thenResult(tools(tool("bad", "p", "a b")))
        .thenResult(tools(tool("bad", "p", "a b")))
        .thenResult(tools(tool("bad", "p", "")));

    try (LogCapture log = new LogCapture()) {
      client.tools().toList();
      client.tools().toList();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("WARN", "tool bad is left out, its input schema is invalid");

      client.tools().toList();
      assertThat(log.lines()).hasSize(2);
    }
  }
}
