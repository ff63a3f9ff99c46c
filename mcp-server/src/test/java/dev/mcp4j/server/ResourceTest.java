/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.resource.TextResourceContents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourceTest {
  private static final String URI = "test:a";
  private static final Icon ICON = new Icon("https://example.com/i.png", null, List.of(), null);
  private static final Annotations HINTS =
      new Annotations(List.of(Role.USER), 0.5, "2026-01-12T15:00:58Z", JsonObject.EMPTY);

  private static TestClient resource(Function<ResourceBuilder, ResourceDefinition> definition) {
    return new TestClient(McpServer.named("s", "1").resource(URI, definition).build());
  }

  private static TestClient template(
      String template, Function<ResourceTemplateBuilder, ResourceTemplateDefinition> definition) {
    return new TestClient(McpServer.named("s", "1").resourceTemplate(template, definition).build());
  }

  private static List<ResourceContents> contents(TestClient client, String uri) throws Exception {
    return TestClient.complete(client.read(uri)).contents();
  }

  private static ResourceContents text(String text) {
    return new TextResourceContents(URI, null, text, JsonObject.EMPTY);
  }

  @Test
  void fixedTextKnowsItsTypeAndSize() throws Exception {
    TestClient client = resource(builder -> builder.text("grüße"));

    assertThat(client.list(Methods.LIST_RESOURCES).resources())
        .containsExactly(Resource.builder(URI, URI).mimeType("text/plain").size(7L).build());
    assertThat(contents(client, URI))
        .containsExactly(new TextResourceContents(URI, "text/plain", "grüße", JsonObject.EMPTY));
  }

  @Test
  void fixedBytesKnowTheirSizeAndAreCopied() throws Exception {
    byte[] bytes = {1, 2, 3};
    TestClient client = resource(builder -> builder.mimeType("image/png").bytes(bytes));
    bytes[0] = 9;

    assertThat(client.list(Methods.LIST_RESOURCES).resources().get(0).size()).isEqualTo(3);
    assertThat(contents(client, URI))
        .containsExactly(new BlobResourceContents(URI, "image/png", "AQID", JsonObject.EMPTY));
  }

  @Test
  void resourceIsListedAsItWasDescribed() throws Exception {
    TestClient client =
        resource(
            builder ->
                builder
                    .name("a")
                    .title("A")
                    .description("the first letter")
                    .mimeType("text/markdown")
                    .size(12)
                    .icons(ICON)
                    .annotations(HINTS)
                    .meta(TestClient.object("{\"k\":1}"))
                    .read(call -> "x"));

    assertThat(client.list(Methods.LIST_RESOURCES).resources())
        .containsExactly(
            new Resource(
                URI,
                "a",
                "A",
                "the first letter",
                "text/markdown",
                12L,
                List.of(ICON),
                HINTS,
                TestClient.object("{\"k\":1}")));
  }

  @Test
  void whatAHandlerReturnsBecomesContents() throws Exception {
    ReadResourceResult result = new ReadResourceResult(List.of(text("r")), null, ResultMeta.EMPTY);

    assertThat(read("a")).containsExactly(text("a"));
    assertThat(read(Optional.of("a"))).containsExactly(text("a"));
    assertThat(read(new byte[] {0}))
        .containsExactly(new BlobResourceContents(URI, null, "AA==", JsonObject.EMPTY));
    assertThat(read(text("b"))).containsExactly(text("b"));
    assertThat(read(List.of(text("b"), text("c")))).containsExactly(text("b"), text("c"));
    assertThat(read(List.of())).isEmpty();
    assertThat(read(result)).containsExactly(text("r"));
  }

  private static List<ResourceContents> read(@Nullable Object returned) throws Exception {
    return contents(resource(builder -> builder.read(call -> returned)), URI);
  }

  @Test
  void whatIsNothingIsNotFound() {
    for (Object nothing : new Object[] {null, Optional.empty()}) {
      McpException refusal = TestClient.refusal(() -> read(nothing));

      assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
      assertThat(refusal.error().message()).isEqualTo("Resource not found");
      assertThat(refusal.data()).isEqualTo(TestClient.json("{\"uri\":\"test:a\"}"));
    }
  }

  @Test
  void whatCannotBeReadIsNoMatterOfTheClient() {
    assertThatThrownBy(() -> read(42))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a resource cannot be read as a java.lang.Integer");
  }

  @Test
  void unknownResourceIsNotFound() {
    TestClient client = resource(builder -> builder.text("x"));

    McpException refusal = TestClient.refusal(() -> client.read("test:other"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.data()).isEqualTo(TestClient.json("{\"uri\":\"test:other\"}"));
  }

  @Test
  void errorForTheModelIsAnErrorOfTheRequestWhereNoModelReads() {
    McpException refusal =
        TestClient.refusal(
            () ->
                contents(
                    resource(
                        builder ->
                            builder.read(
                                call -> {
                                  throw new ToolError("come back tomorrow");
                                })),
                    URI));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message()).isEqualTo("come back tomorrow");
  }

  @Test
  void templateReadsWhatItDescribesWithDecodedVariables() throws Exception {
    TestClient client =
        template(
            "test:///{+dir}/{name}{?v}",
            builder ->
                builder.read(
                    (match, call) ->
                        match.get("dir") + "|" + match.get("name") + "|" + match.find("v")));

    assertThat(contents(client, "test:///a/b/c%20d?v=%2F"))
        .extracting(it -> ((TextResourceContents) it).text())
        .containsExactly("a/b|c d|/");
    assertThat(contents(client, "test:///a/b"))
        .extracting(it -> ((TextResourceContents) it).text())
        .containsExactly("a|b|null");
    assertThat(TestClient.refusal(() -> client.read("test:///a")).error().message())
        .isEqualTo("Resource not found");
  }

  @Test
  void templateIsListedAsItWasDescribed() throws Exception {
    TestClient client =
        template(
            "test:{a}",
            builder ->
                builder
                    .name("t")
                    .title("T")
                    .description("d")
                    .mimeType("text/css")
                    .icons(ICON)
                    .annotations(HINTS)
                    .meta(TestClient.object("{\"k\":1}"))
                    .read((match, call) -> ""));

    ListResourceTemplatesResult list = client.list(Methods.LIST_RESOURCE_TEMPLATES);
    assertThat(list.resourceTemplates())
        .containsExactly(
            new ResourceTemplate(
                "test:{a}",
                "t",
                "T",
                "d",
                "text/css",
                List.of(ICON),
                HINTS,
                TestClient.object("{\"k\":1}")));
    assertThat(client.list(Methods.LIST_RESOURCES).resources()).isEmpty();
  }

  @Test
  void listedResourceWinsOverTemplatesAndTheFirstTemplateOverTheOthers() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .resourceTemplate("test:{a}", t -> t.read((match, call) -> "first"))
                .resourceTemplate("test:{+a}", t -> t.read((match, call) -> "second"))
                .resource(URI, r -> r.text("listed"))
                .build());

    assertThat(contents(client, URI).toString()).contains("listed");
    assertThat(contents(client, "test:b").toString()).contains("first");
    assertThat(contents(client, "test:b/c").toString()).contains("second");
  }

  @Test
  void hiddenResourceIsNotReadThroughATemplateThatDescribesItToo() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .resourceTemplate("test:{a}", t -> t.read((match, call) -> "by template"))
                .resource(URI, r -> r.visibleTo(caller -> caller.principal() != null).text("x"))
                .build());

    assertThat(TestClient.refusal(() -> client.read(URI)).error().message())
        .isEqualTo("Resource not found");
    client.as(new Caller("ada", Set.of(), "test"));
    assertThat(contents(client, URI)).hasSize(1);
  }

  @Test
  void hiddenTemplateReadsNothing() throws Exception {
    TestClient client =
        template(
            "test:{a}",
            t -> t.visibleTo(caller -> caller.principal() != null).read((match, call) -> "x"));

    assertThat(client.list(Methods.LIST_RESOURCE_TEMPLATES).resourceTemplates()).isEmpty();
    assertThat(TestClient.refusal(() -> client.read(URI)).error().message())
        .isEqualTo("Resource not found");
    client.as(new Caller("ada", Set.of(), "test"));
    assertThat(client.list(Methods.LIST_RESOURCE_TEMPLATES).resourceTemplates()).hasSize(1);
    assertThat(contents(client, URI)).hasSize(1);
  }

  private static @Nullable CacheHints hints(TestClient client, String uri) throws Exception {
    return TestClient.complete(client.read(uri)).cacheHints();
  }

  @Test
  void contentsAreNotCacheableUnlessSomebodySaysSo() throws Exception {
    assertThat(hints(resource(builder -> builder.text("x")), URI))
        .isEqualTo(new CacheHints(0, CacheScope.PRIVATE));
  }

  @Test
  void cachingOfTheResourceWinsOverThatOfAllAndThatOfTheHandlerOverBoth() throws Exception {
    CacheHints own = new CacheHints(7, CacheScope.PUBLIC);
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .cache(Methods.READ_RESOURCE, Duration.ofSeconds(1))
                .resource("test:all", r -> r.text("x"))
                .resource(
                    "test:one", r -> r.cache(Duration.ofSeconds(2), CacheScope.PUBLIC).text("x"))
                .resource(
                    "test:own",
                    r ->
                        r.cache(Duration.ofSeconds(2))
                            .read(call -> new ReadResourceResult(List.of(), own, ResultMeta.EMPTY)))
                .resourceTemplate(
                    "tmpl:{a}", t -> t.cache(Duration.ofSeconds(3)).read((match, call) -> "x"))
                .build());

    assertThat(hints(client, "test:all")).isEqualTo(new CacheHints(1000, CacheScope.PRIVATE));
    assertThat(hints(client, "test:one")).isEqualTo(new CacheHints(2000, CacheScope.PUBLIC));
    assertThat(hints(client, "test:own")).isEqualTo(own);
    assertThat(hints(client, "tmpl:x")).isEqualTo(new CacheHints(3000, CacheScope.PRIVATE));
  }

  @Test
  void contentsThatARuleHidesFromSomeAreNeverPublic() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .cache(Methods.READ_RESOURCE, Duration.ofSeconds(2), CacheScope.PUBLIC)
                .resource(URI, r -> r.visibleTo(caller -> true).text("x"))
                .resource("test:all", r -> r.text("x"))
                .build());

    assertThat(hints(client, URI)).isEqualTo(new CacheHints(2000, CacheScope.PRIVATE));
    assertThat(hints(client, "test:all")).isEqualTo(new CacheHints(2000, CacheScope.PUBLIC));
  }

  @Test
  void contentsThatDependOnAnswersAreNotCacheable() throws Exception {
    TestClient client =
        resource(
            builder ->
                builder
                    .cache(Duration.ofHours(1), CacheScope.PUBLIC)
                    .read(call -> "" + call.roots("where").size()));
    Reply.InputRequired<ReadResourceResult> asked = TestClient.asks(client.read(URI));

    ReadResourceResult result =
        TestClient.complete(
            client.send(
                Methods.READ_RESOURCE,
                new ReadResourceRequestParams(
                    URI,
                    TestClient.members("{\"where\":{\"roots\":[]}}"),
                    asked.state(),
                    client.currentMeta())));

    assertThat(result.cacheHints()).isEqualTo(CacheHints.NONE);
  }
}
