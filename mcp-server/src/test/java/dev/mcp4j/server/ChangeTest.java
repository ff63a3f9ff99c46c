/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.event.ServerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
  private final InMemoryEventBus bus = new InMemoryEventBus();
  private final List<ServerEvent> events = new ArrayList<>();
  private final McpServer server =
      McpServer.named("s", "1")
          .events(bus)
          .tool("first", t -> t.handle((in, call) -> "1"))
          .toolsMayChange()
          .promptsMayChange()
          .resourcesMayChange()
          .resourceUpdates()
          .build();
  private final TestClient client = new TestClient(server);

  ChangeTest() {
    var unused = bus.subscribe(events::add);
  }

  private List<String> tools() throws Exception {
    return client.list(Methods.LIST_TOOLS).tools().stream().map(Tool::name).toList();
  }

  @Test
  void toolComesAndGoesWhileTheServerRuns() throws Exception {
    assertThat(server.addTool("second", t -> t.handle((in, call) -> "2"))).isTrue();
    assertThat(tools()).containsExactly("first", "second");
    assertThat(client.text("second", null)).isEqualTo("2");

    assertThat(server.removeTool("first")).isTrue();
    assertThat(tools()).containsExactly("second");
    assertThatThrownBy(() -> client.call("first", null)).hasMessage("Unknown tool: first");
    assertThat(events)
        .containsExactly(new ServerEvent.ToolsChanged(), new ServerEvent.ToolsChanged());
  }

  @Test
  void promptComesAndGoesWhileTheServerRuns() throws Exception {
    assertThat(server.addPrompt("p", p -> p.get((arguments, call) -> ""))).isTrue();
    assertThat(client.list(Methods.LIST_PROMPTS).prompts())
        .extracting(Prompt::name)
        .containsExactly("p");
    assertThat(TestClient.complete(client.prompt("p", Map.of())).messages()).hasSize(1);

    assertThat(server.removePrompt("p")).isTrue();
    assertThat(client.list(Methods.LIST_PROMPTS).prompts()).isEmpty();
    assertThat(events)
        .containsExactly(new ServerEvent.PromptsChanged(), new ServerEvent.PromptsChanged());
  }

  @Test
  void resourceComesAndGoesWhileTheServerRuns() throws Exception {
    assertThat(server.addResource("a:b", r -> r.text(""))).isTrue();
    assertThat(client.list(Methods.LIST_RESOURCES).resources())
        .extracting(Resource::uri)
        .containsExactly("a:b");

    assertThat(server.removeResource("a:b")).isTrue();
    assertThat(client.list(Methods.LIST_RESOURCES).resources()).isEmpty();
    assertThat(events)
        .containsExactly(new ServerEvent.ResourcesChanged(), new ServerEvent.ResourcesChanged());
  }

  @Test
  void templateComesAndGoesWhileTheServerRuns() throws Exception {
    assertThat(server.addResourceTemplate("a:{b}", r -> r.read((match, call) -> ""))).isTrue();
    assertThat(client.list(Methods.LIST_RESOURCE_TEMPLATES).resourceTemplates())
        .extracting(ResourceTemplate::uriTemplate)
        .containsExactly("a:{b}");

    assertThat(server.removeResourceTemplate("a:{b}")).isTrue();
    assertThat(client.list(Methods.LIST_RESOURCE_TEMPLATES).resourceTemplates()).isEmpty();
    assertThat(events)
        .containsExactly(new ServerEvent.ResourcesChanged(), new ServerEvent.ResourcesChanged());
  }

  @Test
  void whatChangesNothingIsNoEvent() throws Exception {
    assertThat(server.addTool("first", t -> t.handle((in, call) -> "other"))).isFalse();
    assertThat(server.removeTool("absent")).isFalse();
    assertThat(server.removePrompt("absent")).isFalse();
    assertThat(server.removeResource("absent")).isFalse();
    assertThat(server.removeResourceTemplate("absent")).isFalse();

    assertThat(client.text("first", null)).isEqualTo("1");
    assertThat(events).isEmpty();
  }

  @Test
  void toolAtFaultIsRefusedAndChangesNothing() throws Exception {
    assertThatThrownBy(
            () ->
                server.addTool(
                    "bad", t -> t.inputSchema("{\"type\":\"wat\"}").handle((in, call) -> "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tool bad: ");

    assertThat(tools()).containsExactly("first");
    assertThat(events).isEmpty();
  }

  @Test
  void updateOfAResourceIsAnEvent() {
    server.resourceUpdated("a:b");

    assertThat(events).containsExactly(new ServerEvent.ResourceUpdated("a:b"));
  }

  @Test
  void cursorSurvivesChanges() throws Exception {
    McpServer paged = McpServer.named("s", "1").pageSize(2).toolsMayChange().build();
    for (String name : List.of("a", "b", "c", "d")) {
      paged.addTool(name, t -> t.handle((in, call) -> ""));
    }
    TestClient reader = new TestClient(paged);
    ListToolsResult first = reader.list(Methods.LIST_TOOLS);

    paged.removeTool("b");
    paged.removeTool("c");
    paged.addTool("e", t -> t.handle((in, call) -> ""));

    assertThat(reader.list(Methods.LIST_TOOLS, first.nextCursor()).tools())
        .extracting(Tool::name)
        .containsExactly("d", "e");
  }

  @Test
  void subscriptionToTooManyResourcesIsRefused() throws Exception {
    McpServer two = McpServer.named("s", "1").resourceUpdates().maxSubscribedResources(2).build();
    TestClient listener = new TestClient(two);

    assertThat(listener.send(Methods.LISTEN, listening(listener, "a:1", "a:2")))
        .isInstanceOf(Reply.Open.class);
    McpException refusal =
        TestClient.refusal(
            () -> listener.send(Methods.LISTEN, listening(listener, "a:1", "a:2", "a:3")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message())
        .isEqualTo(
            "/params/notifications/resourceSubscriptions: expected at most 2 resources but found"
                + " 3");
  }

  private static SubscriptionsListenRequestParams listening(TestClient client, String... uris) {
    return new SubscriptionsListenRequestParams(
        SubscriptionFilter.builder().resourceSubscriptions(List.of(uris)).build(),
        client.currentMeta());
  }

  static List<Runnable> changes() {
    McpServer fixed = McpServer.named("s", "1").build();
    return List.of(
        () -> fixed.addTool("t", t -> t.handle((in, call) -> "")),
        () -> fixed.removeTool("t"),
        () -> fixed.addPrompt("p", p -> p.get((in, call) -> "")),
        () -> fixed.removePrompt("p"),
        () -> fixed.addResource("a:b", r -> r.text("")),
        () -> fixed.removeResource("a:b"),
        () -> fixed.addResourceTemplate("a:{b}", r -> r.read((match, call) -> "")),
        () -> fixed.removeResourceTemplate("a:{b}"),
        () -> fixed.resourceUpdated("a:b"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changeThatWasNotAnnouncedIsRefused(Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("clients would not hear of it: the server was built without ");
  }

  @Test
  void urisOfASubscriptionTakeABoundedAmountOfRoom() {
    TestClient listener = new TestClient(McpServer.named("s", "1").resourceUpdates().build());
    String longest = "x".repeat(256 << 10);

    McpException refusal =
        TestClient.refusal(() -> listener.send(Methods.LISTEN, listening(listener, longest, "b")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message())
        .isEqualTo(
            "/params/notifications/resourceSubscriptions: expected at most 262144 characters of"
                + " URIs");
  }
}
