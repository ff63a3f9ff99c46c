/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoverTest {
  private static DiscoverResult discovered(McpServerBuilder builder) throws Exception {
    return new TestClient(builder.build()).discover();
  }

  private static ServerCapabilities capabilities(McpServerBuilder builder) throws Exception {
    return discovered(builder).capabilities();
  }

  @Test
  void bareServerHasNothingButItself() throws Exception {
    DiscoverResult result = discovered(McpServer.named("bare", "2"));

    assertThat(result.supportedVersions()).containsExactly("2026-07-28");
    assertThat(result.capabilities()).isEqualTo(ServerCapabilities.builder().build());
    assertThat(result.instructions()).isNull();
    assertThat(result.meta().serverInfo()).isEqualTo(Implementation.builder("bare", "2").build());
  }

  @Test
  void serverIntroducesItself() throws Exception {
    Icon icon = new Icon("https://example.com/i.png", "image/png", List.of("any"), null);
    DiscoverResult result =
        discovered(
            McpServer.named("s", "1")
                .title("S")
                .description("a server")
                .website("https://example.com")
                .icons(icon)
                .instructions("be kind"));

    assertThat(result.instructions()).isEqualTo("be kind");
    assertThat(result.meta().serverInfo())
        .isEqualTo(
            Implementation.builder("s", "1")
                .title("S")
                .description("a server")
                .websiteUrl("https://example.com")
                .icons(List.of(icon))
                .build());
  }

  @Test
  void capabilityIsThereWithTheFirstItem() throws Exception {
    ListCapability fixed = new ListCapability(null, JsonObject.EMPTY);

    assertThat(capabilities(McpServer.named("s", "1").tool("t", t -> t.handle((in, call) -> ""))))
        .isEqualTo(ServerCapabilities.builder().tools(fixed).build());
    assertThat(capabilities(McpServer.named("s", "1").prompt("p", p -> p.get((in, call) -> ""))))
        .isEqualTo(ServerCapabilities.builder().prompts(fixed).build());
    assertThat(capabilities(McpServer.named("s", "1").resource("a:b", r -> r.text(""))))
        .isEqualTo(
            ServerCapabilities.builder()
                .resources(new ResourcesCapability(null, null, JsonObject.EMPTY))
                .build());
    assertThat(
            capabilities(
                McpServer.named("s", "1")
                    .resourceTemplate("a:{b}", r -> r.read((match, call) -> ""))))
        .isEqualTo(
            ServerCapabilities.builder()
                .resources(new ResourcesCapability(null, null, JsonObject.EMPTY))
                .build());
  }

  @Test
  void capabilitySaysWhatMayChange() throws Exception {
    ListCapability changing = new ListCapability(true, JsonObject.EMPTY);
    McpServerBuilder builder =
        McpServer.named("s", "1")
            .toolsMayChange()
            .promptsMayChange()
            .resourcesMayChange()
            .resourceUpdates()
            .logging();

    assertThat(capabilities(builder))
        .isEqualTo(
            ServerCapabilities.builder()
                .tools(changing)
                .prompts(changing)
                .resources(new ResourcesCapability(true, true, JsonObject.EMPTY))
                .logging(JsonObject.EMPTY)
                .build());
  }

  @Test
  void methodsOfAFeatureThatIsAbsentAreUnknown() {
    TestClient client = new TestClient(McpServer.named("s", "1").build());

    for (RequestMethod<PaginatedRequestParams, ?> method :
        List.of(
            Methods.LIST_TOOLS,
            Methods.LIST_PROMPTS,
            Methods.LIST_RESOURCES,
            Methods.LIST_RESOURCE_TEMPLATES)) {
      assertThat(TestClient.refusal(() -> client.list(method)).code())
          .isEqualTo(ErrorCode.METHOD_NOT_FOUND);
    }
    assertThat(TestClient.refusal(() -> client.call("t", null)).code())
        .isEqualTo(ErrorCode.METHOD_NOT_FOUND);
    assertThat(
            TestClient.refusal(
                    () ->
                        client.send(
                            Methods.LISTEN,
                            new SubscriptionsListenRequestParams(
                                SubscriptionFilter.builder().build(), client.currentMeta())))
                .code())
        .isEqualTo(ErrorCode.METHOD_NOT_FOUND);
  }

  @Test
  void featureEnabledForLaterAdditionsHasAnEmptyList() throws Exception {
    TestClient client = new TestClient(McpServer.named("s", "1").toolsMayChange().build());

    assertThat(client.list(Methods.LIST_TOOLS).tools()).isEmpty();
  }

  @Test
  void extensionDescribesItselfByWhatTheClientSends() throws Exception {
    Feature extension =
        new Feature() {
          @Override
          public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
            if (meta.clientInfo() != null) {
              capabilities.extensions(Map.of("com.example/x", JsonObject.EMPTY));
            }
          }

          @Override
          public void routes(RouteTable routes) {}
        };
    TestClient client = new TestClient(McpServer.named("s", "1").feature(extension).build());

    assertThat(client.discover().capabilities().extensions()).containsOnlyKeys("com.example/x");
    client.with(client.meta().clientInfo(null));
    assertThat(client.discover().capabilities().extensions()).isEmpty();
  }

  @Test
  void requestWithoutCapabilitiesOfTheClientIsRefused() {
    TestClient client = new TestClient(McpServer.named("s", "1").build());

    McpException refusal =
        TestClient.refusal(
            () ->
                client.send(
                    Methods.DISCOVER,
                    new EmptyRequestParams(client.meta().clientCapabilities(null).build())));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
  }
}
