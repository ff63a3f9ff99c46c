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
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterceptorTest {
  private static final Caller ADA = new Caller("ada", Set.of("admin"), "test");

  private static McpServerBuilder server() {
    return McpServer.named("s", "1")
        .tool("who", t -> t.handle((in, call) -> String.valueOf(call.caller().principal())))
        .tool(
            "admin",
            t ->
                t.visibleTo(caller -> caller.scopes().contains("admin"))
                    .handle((in, call) -> "done"));
  }

  private static TestClient with(Interceptor interceptor) {
    return new TestClient(server().interceptor(interceptor).build());
  }

  @Test
  void callerAnInterceptorFindsOutIsTheCallerForEverythingBehindIt() throws Exception {
    TestClient client = with((request, chain) -> chain.proceed(request.withCaller(ADA)));

    assertThat(client.text("who", null)).isEqualTo("ada");
    assertThat(client.list(Methods.LIST_TOOLS).tools())
        .extracting(Tool::name)
        .containsExactly("who", "admin");
    assertThat(client.text("admin", null)).isEqualTo("done");
  }

  @Test
  void interceptorMayChangeTheParameters() throws Exception {
    TestClient client =
        with(
            (request, chain) ->
                request.params() instanceof CallToolRequestParams params
                    ? chain.proceed(
                        request.withParams(
                            new CallToolRequestParams(
                                "who",
                                params.arguments(),
                                params.inputResponses(),
                                params.requestState(),
                                params.meta())))
                    : chain.proceed(request));

    assertThat(client.text("other", null)).isEqualTo("null");
  }

  @Test
  void interceptorMayAnswerItself() throws Exception {
    TestClient client =
        with((request, chain) -> new Reply.Complete<>(CallToolResult.text("from the cache")));

    CallToolResult result = client.result("who", null);

    assertThat(TestClient.text(result)).isEqualTo("from the cache");
    assertThat(result.meta().serverInfo()).isNotNull();
  }

  @Test
  void interceptorMayRefuse() {
    TestClient client =
        with(
            (request, chain) -> {
              throw new McpException(-30000, "enough for today");
            });

    McpException refusal = TestClient.refusal(() -> client.call("who", null));
    assertThat(refusal.code()).isEqualTo(-30000);
  }

  @Test
  void interceptorSeesEveryMethodButNoneThatIsUnknown() throws Exception {
    List<String> seen = new ArrayList<>();
    TestClient client =
        with(
            (request, chain) -> {
              seen.add(request.method());
              return chain.proceed(request);
            });

    client.discover();
    client.list(Methods.LIST_TOOLS);
    client.call("who", null);
    assertThat(TestClient.refusal(() -> client.list(Methods.LIST_PROMPTS)).code())
        .isEqualTo(ErrorCode.METHOD_NOT_FOUND);

    assertThat(seen).containsExactly("server/discover", "tools/list", "tools/call");
  }

  @Test
  void interceptorsStandAroundEachOtherInTheOrderOfRegistration() throws Exception {
    List<String> order = new ArrayList<>();
    McpServerBuilder builder = server();
    for (String name : List.of("outer", "inner")) {
      builder.interceptor(
          (request, chain) -> {
            order.add(name);
            Reply<?> reply = chain.proceed(request);
            order.add(name);
            return reply;
          });
    }

    new TestClient(builder.build()).call("who", null);

    assertThat(order).containsExactly("outer", "inner", "inner", "outer");
  }

  @Test
  void interceptorThatProceedsTwiceIsBlamed() {
    Interceptor twice =
        new Interceptor() {
          @Override
          public Reply<?> intercept(McpRequest<?> request, Chain chain) throws Exception {
            chain.proceed(request);
            return chain.proceed(request);
          }

          @Override
          public String toString() {
            return "twice";
          }
        };

    assertThatThrownBy(() -> with(twice).call("who", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("interceptor twice called proceed a second time");
  }

  @Test
  void interceptorThatReturnsNothingIsBlamed() {
    Interceptor silent =
        new Interceptor() {
          @Override
          public Reply<?> intercept(McpRequest<?> request, Chain chain) {
            return null;
          }

          @Override
          public String toString() {
            return "silent";
          }
        };

    assertThatThrownBy(() -> with(silent).call("who", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("interceptor silent returned null");
  }

  @Test
  void interceptorThatChangesTheMethodIsBlamed() {
    Interceptor confused =
        new Interceptor() {
          @Override
          public Reply<?> intercept(McpRequest<?> request, Chain chain) throws Exception {
            return chain.proceed(
                new McpRequest<>(
                    "tools/list",
                    request.params(),
                    request.caller(),
                    request.headers(),
                    request.cancellation()));
          }

          @Override
          public String toString() {
            return "confused";
          }
        };

    assertThatThrownBy(() -> with(confused).call("who", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("interceptor confused turned tools/call");
  }
}
