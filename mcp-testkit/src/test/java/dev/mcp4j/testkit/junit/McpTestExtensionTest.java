/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.Side;
import dev.mcp4j.testkit.Transcript;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

@ServedBy(GreetServer.class)
class McpTestExtensionTest {
  private static final Set<McpTestRun> SEEN = new HashSet<>();

  @BeforeAll
  static void nothingSeen() {
    SEEN.clear();
  }

  @AfterAll
  static void everyRunWasSeen() {
    assertThat(SEEN).hasSize(Over.values().length * 5);
  }

  @McpTest
  void clientReachesTheServer(McpClient client, McpTestRun run) {
    SEEN.add(run);

    assertThat(client.call("greet", Map.of("name", "Ada")).result()).isOk().hasText("Hello, Ada");
    assertThat(client.protocolVersion()).isEqualTo(run.revision());
  }

  @McpTest(revisions = ProtocolVersion.V2026_07_28)
  void transcriptIsKept(McpClient client, Transcript transcript, McpTestRun run) {
    client.call("greet", Map.of("name", "Ada")).result();

    assertThat(transcript).hasMethods(Side.CLIENT, expectedMethods(run));
  }

  /** Over HTTP the client looks for arguments to mirror into headers. */
  private static String[] expectedMethods(McpTestRun run) {
    return run.over() == Over.HTTP
        ? new String[] {"tools/list", "tools/call"}
        : new String[] {"tools/call"};
  }

  @McpTest(revisions = {ProtocolVersion.V2026_07_28, ProtocolVersion.V2025_11_25})
  void builderTakesHandlers(McpClientBuilder builder) {
    try (McpClient client =
        builder.onElicitation(form -> form.accept(new GreetServer.Greet("Bea"))).build()) {
      assertThat(client.call("ask").result()).hasText("Bea");
    }
  }

  @McpTest(
      over = {Over.IN_MEMORY, Over.HTTP},
      revisions = ProtocolVersion.V2026_07_28)
  void serverOfThisProcessIsAtHand(McpServer server, McpClient client) {
    assertThat(server.handler()).isNotNull();
    assertThat(client.tools().toList()).hasSize(2);
  }

  @Nested
  class WithinAnotherClass {
    @McpTest(over = Over.IN_MEMORY)
    void serverIsThatOfTheOuterClass(McpClient client) {
      assertThat(client.tools().toList()).hasSize(2);
    }
  }

  @Nested
  @ServedBy(value = GreetServer.class, shared = true, revisions = ProtocolVersion.V2026_07_28)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class WithASharedClient {
    private final Set<McpClient> clients = new HashSet<>();

    @McpTest(over = {Over.IN_MEMORY, Over.HTTP})
    void oneTestHasIt(McpClient client) {
      clients.add(client);
      assertThat(client.call("greet", Map.of("name", "Ada")).result()).hasText("Hello, Ada");
    }

    @McpTest(over = {Over.IN_MEMORY, Over.HTTP})
    void soHasTheOther(McpClient client, McpTestRun run) {
      clients.add(client);
      assertThat(client.protocolVersion()).isEqualTo(run.revision());
    }

    @McpTest(over = Over.IN_MEMORY)
    void testThatLooksAtTheServerHasItsOwn(McpServer server, McpClient client) {
      assertThat(clients).doesNotContain(client);
      assertThat(server.handler()).isNotNull();
    }

    @AfterAll
    void clientWasMadeOnceForEachWay() {
      assertThat(clients).hasSize(2);
    }
  }
}
