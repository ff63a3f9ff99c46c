/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ToolCallTest {
  record Greet(String name) {}

  record Greeting(String text, int count) {}

  private static final String SCHEMA_TOOL =
      "{\"tools\":[{\"name\":\"greet\",\"inputSchema\":{\"type\":\"object\"},\"outputSchema\":"
          + "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},"
          + "\"required\":[\"text\"]}}]}";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client = McpClient.builder().transport(transport).build();

  private static String text(String text) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}".formatted(text);
  }

  private static String structured(String json) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"t\"}],\"structuredContent\":" + json + "}";
  }

  @Test
  void recordIsTheInput() {
    transport.thenResult(text("hi"));

    client.call("greet", new Greet("Ada")).result();

    CallToolRequestParams params = (CallToolRequestParams) transport.peer(0).params();
    assertThat(params.name()).isEqualTo("greet");
    assertThat(params.arguments().node()).isEqualTo(ScriptedTransport.json("{\"name\":\"Ada\"}"));
  }

  @Test
  void inputThatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> client.call("greet", List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a value that is an object in JSON, was ARRAY");
  }

  @Test
  void structuredContentIsReadAsARecord() {
    transport.thenResult(structured("{\"text\":\"hi\",\"count\":2}")).thenResult("{\"tools\":[]}");

    assertThat(client.call("greet").as(Greeting.class)).isEqualTo(new Greeting("hi", 2));
  }

  @Test
  void textThatIsJsonIsReadWhereThereIsNoStructuredContent() {
    transport.thenResult(text("{\\\"text\\\":\\\"hi\\\",\\\"count\\\":2}"));

    assertThat(client.call("greet").as(Greeting.class)).isEqualTo(new Greeting("hi", 2));
  }

  @Test
  void arrayIsReadAsAList() {
    transport
        .thenResult(structured("[{\"text\":\"a\",\"count\":1},{\"text\":\"b\",\"count\":2}]"))
        .thenResult("{\"tools\":[]}");

    assertThat(client.call("greet").asList(Greeting.class))
        .containsExactly(new Greeting("a", 1), new Greeting("b", 2));
  }

  @Test
  void valueThatHadToBePutIntoAnObjectIsRead() {
    transport
        .thenResult(structured("{\"result\":7}"))
        .thenResult("{\"tools\":[]}")
        .thenResult(structured("{\"result\":[{\"text\":\"a\",\"count\":1}]}"))
        .thenResult(structured("{\"result\":[1]}"))
        .thenResult(structured("{\"result\":{\"text\":\"hi\",\"count\":2}}"));

    assertThat(client.call("greet").as(Integer.class)).isEqualTo(7);
    assertThat(client.call("greet").asList(Greeting.class)).containsExactly(new Greeting("a", 1));
    assertThat(client.call("greet").as(JsonNode.class)).hasToString("{\"result\":[1]}");
    assertThatThrownBy(() -> client.call("greet").as(Greeting.class))
        .isInstanceOf(InvalidToolResultException.class);
  }

  @Test
  void jsonAndTheWholeResultCanBeAskedFor() {
    for (int i = 0; i < 3; i++) {
      transport.thenResult(structured("{\"text\":\"hi\"}"));
      if (i == 0) {
        transport.thenResult("{\"tools\":[]}");
      }
    }

    assertThat(client.call("greet").as(JsonNode.class).get("text").stringValue()).isEqualTo("hi");
    assertThat(client.call("greet").as(JsonObject.class).get("text").stringValue()).isEqualTo("hi");
    assertThat(client.call("greet").as(CallToolResult.class).content()).hasSize(1);
  }

  @Test
  void failedToolIsAResultOrAnExceptionWithItsText() {
    transport.always(
        peer ->
            peer.result(
                "{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"no\"},"
                    + "{\"type\":\"text\",\"text\":\"way\"}]}"));

    assertThat(client.call("greet").result().failed()).isTrue();
    assertThatThrownBy(() -> client.call("greet").as(Greeting.class))
        .isInstanceOfSatisfying(
            ToolFailedException.class,
            e -> {
              assertThat(e.tool()).isEqualTo("greet");
              assertThat(e.result().failed()).isTrue();
            })
        .hasMessage("no\nway");
  }

  @Test
  void valueOfAnotherShapeNamesThePlace() {
    transport
        .thenResult(structured("{\"text\":\"hi\",\"count\":\"many\"}"))
        .thenResult("{\"tools\":[]}");

    assertThatThrownBy(() -> client.call("greet").as(Greeting.class))
        .isInstanceOf(InvalidToolResultException.class)
        .hasMessageContaining("result of tool greet")
        .hasMessageContaining("/count");
  }

  @Test
  void structuredResultIsHeldToTheOutputSchema() {
    transport
        .thenResult(structured("{\"text\":7}"))
        .thenResult(SCHEMA_TOOL)
        .thenResult(SCHEMA_TOOL);

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOfSatisfying(
            InvalidToolResultException.class,
            e -> assertThat(e.result().structuredContent()).isNotNull())
        .hasMessageContaining("/text");
    assertThat(transport.methods()).containsExactly("tools/call", "tools/list", "tools/list");
  }

  @Test
  void schemaThatIsOutOfDateDoesNotRefuseAResult() {
    transport
        .thenResult(SCHEMA_TOOL)
        .thenResult(structured("{\"renamed\":\"hi\"}"))
        .thenResult(SCHEMA_TOOL.replace("text", "renamed"));

    client.tools().toList();

    assertThat(client.call("greet").result().structuredContent()).isNotNull();
  }

  @Test
  void resultThatFitsIsNotCheckedTwice() {
    transport
        .thenResult(SCHEMA_TOOL)
        .thenResult(structured("{\"text\":\"a\"}"))
        .thenResult(structured("{\"text\":\"b\"}"));

    client.tools().toList();
    client.call("greet").result();
    client.call("greet").result();

    assertThat(transport.methods()).containsExactly("tools/list", "tools/call", "tools/call");
  }

  @Test
  void missingStructuredContentOfAKnownToolIsAFault() {
    transport.thenResult(SCHEMA_TOOL).thenResult(text("hi")).thenResult(SCHEMA_TOOL);

    client.tools().toList();

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOf(InvalidToolResultException.class)
        .hasMessageContaining("expected structuredContent");
  }

  @Test
  void failedToolIsNotHeldToTheOutputSchema() {
    transport
        .thenResult(SCHEMA_TOOL)
        .thenResult("{\"isError\":true,\"content\":[{\"type\":\"text\",\"text\":\"no\"}]}");

    client.tools().toList();

    assertThat(client.call("greet").result().failed()).isTrue();
  }

  @Test
  void schemaThatRefersToTheNetworkIsRefusedAndNotFetched() {
    String tool =
        SCHEMA_TOOL.replace("{\"type\":\"string\"}", "{\"$ref\":\"http://127.0.0.1:1/x\"}");
    transport.thenResult(structured("{\"text\":7}")).thenResult(tool).thenResult(tool);

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOf(InvalidToolResultException.class)
        .hasMessageContaining("the output schema of the tool is not usable");
  }

  @Test
  void validationCanBeSwitchedOff() {
    McpClient lax = McpClient.builder().transport(transport).validateResults(false).build();
    transport.thenResult(SCHEMA_TOOL).thenResult(structured("{\"text\":7}"));

    lax.tools().toList();

    assertThat(lax.call("greet").result().structuredContent()).isNotNull();
  }

  @Test
  void errorOfTheServerCarriesItsCodeAndData() {
    transport.then(peer -> peer.error(-32602, "Unknown tool: greet", "{\"a\":1}"));

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOfSatisfying(
            RequestFailedException.class,
            e -> {
              assertThat(e.method()).isEqualTo("tools/call");
              assertThat(e.code()).isEqualTo(-32602);
              assertThat(e.data()).isEqualTo(ScriptedTransport.json("{\"a\":1}"));
            })
        .hasMessage("tools/call failed with -32602: Unknown tool: greet");
  }

  @Test
  void resultOfTheWrongShapeIsAProtocolException() {
    transport.thenResult("{\"content\":7}");

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("the response to tools/call cannot be read");
  }

  @Test
  void resultIsNotLostWhenItsSchemaCannotBeFetched() {
    transport
        .thenResult(structured("{\"text\":7}"))
        .then(peer -> peer.fail(new TransportException("gone", null)));

    assertThat(client.call("greet").result().structuredContent()).isNotNull();
    transport.assertExhausted();
  }

  @Test
  void resultThatContradictsTheKnownSchemaIsRefusedEvenIfThatCannotBeFetchedAgain() {
    transport
        .thenResult(SCHEMA_TOOL)
        .thenResult(structured("{\"text\":7}"))
        .then(peer -> peer.fail(new TransportException("gone", null)));

    client.tools().toList();

    assertThatThrownBy(() -> client.call("greet").result())
        .isInstanceOf(InvalidToolResultException.class);
  }

  @Test
  void failedToolIsNotLookedUp() {
    transport.thenResult("{\"isError\":true,\"content\":[],\"structuredContent\":{\"code\":1}}");

    assertThat(client.call("greet").result().failed()).isTrue();
    assertThat(transport.methods()).containsExactly("tools/call");
  }
}
