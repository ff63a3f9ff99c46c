/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.InsufficientScopeException;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requirements of a resource server. Specification 2026-07-28: basic/authorization. B1 to B9
 * number them.
 */
class AuthorizationTest {
  private static final String METADATA =
      "https://mcp.example.com/.well-known/oauth-protected-resource/mcp";

  private final Tokens tokens =
      new Tokens()
          .with("ada", Tokens.good("ada", "notes.read"))
          .with("bob", Tokens.good("bob", "notes.read"))
          .with("admin", Tokens.good("root", "notes.admin"))
          .with("poor", Tokens.good("poor", "other"));

  private final McpServer server =
      McpServer.named("notes", "1")
          .scopePolicy(
              ScopePolicy.hierarchy(
                  Map.of(
                      "notes.admin", Set.of("notes.write"),
                      "notes.write", Set.of("notes.read"))))
          .tool("who", tool -> tool.handle((none, call) -> "I am " + call.caller().principal()))
          .tool(
              "email",
              tool -> tool.handle((none, call) -> "Claim " + call.caller().claims().get("email")))
          .tool("end", tool -> tool.handle((none, call) -> "Until " + call.caller().expiresAt()))
          .tool(
              "headers",
              tool ->
                  tool.handle(
                      (none, call) ->
                          "Seen "
                              + call.headers().all("Authorization")
                              + call.headers().all("authorization")
                              + call.headers().all("DPoP")
                              + call.headers().all("Mcp-Method")))
          .tool(
              "write",
              tool ->
                  tool.requireScopes("notes.write", "notes.read").handle((none, call) -> "Written"))
          .tool(
              "dynamic",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        throw new InsufficientScopeException(List.of("notes.export"));
                      }))
          .tool(
              "secret",
              tool ->
                  tool.visibleTo(caller -> caller.scopes().contains("notes.admin"))
                      .handle((none, call) -> "Shown"))
          .tool(
              "ask",
              tool ->
                  tool.handle(
                      (none, call) ->
                          call.elicit("ok", "Go on?", Confirm.class).orCancel().toString()))
          .build();

  record Confirm(boolean yes) {}

  private final HttpEndpoint http = endpoint(protection().build());

  @AfterEach
  void close() {
    server.close();
  }

  private ResourceServer.Builder protection() {
    return ResourceServer.builder(Tokens.RESOURCE, tokens)
        .authorizationServer(Tokens.ISSUER)
        .requires("notes.read")
        .supports("notes.write", "notes.admin")
        .name("Notes");
  }

  private HttpEndpoint endpoint(ResourceServer protection) {
    return server.httpEndpoint(
        HttpOptions.builder(0)
            .streamAfter(Duration.ofMinutes(1))
            .authorization(protection)
            .build());
  }

  private FakeCall served(FakeCall call) throws IOException {
    return served(http, call);
  }

  private static FakeCall served(HttpEndpoint endpoint, FakeCall call) throws IOException {
    endpoint.serve(call);
    assertThat(call.isAnswered()).isTrue();
    return call;
  }

  private FakeCall called(String token, String tool) throws IOException {
    return served(TestServer.call(tool).header("Authorization", "Bearer " + token));
  }

  private static String challenge(FakeCall call) {
    return call.answerHeaders().get("WWW-Authenticate");
  }

  private static FakeCall get(String path) {
    return new FakeCall().method("GET").path(path).header("Host", "localhost:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource/mcp",
        "/.well-known/oauth-protected-resource"
      })
  void b1MetadataIsAtTheWellKnownAddressesWithoutAToken(String path) throws IOException {
    FakeCall call = served(get(path));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answerHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(call.answer())
        .isEqualTo(
            "{\"resource\":\"https://mcp.example.com/mcp\","
                + "\"authorization_servers\":[\"https://id.example.com\"],"
                + "\"scopes_supported\":[\"notes.read\",\"notes.write\",\"notes.admin\"],"
                + "\"bearer_methods_supported\":[\"header\"],\"resource_name\":\"Notes\"}");
  }

  @Test
  void b1ChallengeLeadsToTheMetadata() throws IOException {
    FakeCall call = served(TestServer.call("who"));

    assertThat(call.status()).isEqualTo(401);
    assertThat(challenge(call))
        .isEqualTo("Bearer scope=\"notes.read\", resource_metadata=\"" + METADATA + "\"");
  }

  @Test
  void b1ProtectionWithoutAnAuthorizationServerIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ResourceServer.builder(Tokens.RESOURCE, tokens).build())
        .withMessageContaining("authorization server");
  }

  @Test
  void b1MetadataIsOnlyRead() throws IOException {
    FakeCall call = served(get("/.well-known/oauth-protected-resource").method("DELETE"));

    assertThat(call.status()).isEqualTo(405);
    assertThat(call.answerHeaders()).containsEntry("Allow", "GET, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "aud, https://other.example.com/mcp, was not issued for this server",
    "aud, https://mcp.example.com/mcp/, was not issued for this server",
    "aud, https://mcp.example.com, was not issued for this server",
    "aud, , was not issued for this server",
    "iss, https://id.example.com/, is of another issuer",
    "iss, https://evil.example.com, is of another issuer",
    "iss, , has no iss",
    "sub, , has no sub",
  })
  void b2TokenForSomebodyElseIsRefused(String claim, String value, String reason)
      throws IOException {
    tokens.with(
        "odd", value == null ? without(claim) : Tokens.good("ada", "notes.read").put(claim, value));

    FakeCall call = called("odd", "who");

    assertThat(call.status()).isEqualTo(401);
    assertThat(challenge(call))
        .isEqualTo(
            "Bearer error=\"invalid_token\", error_description=\"The token "
                + reason
                + "\", scope=\"notes.read\", resource_metadata=\""
                + METADATA
                + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "exp, 1000, has expired",
    "nbf, 3999999999, is not valid yet",
    "exp, 1e300, has a malformed exp",
  })
  void b2TokenIsGoodForItsTimeOnly(String claim, double time, String reason) throws IOException {
    tokens.with("odd", Tokens.good("ada", "notes.read").put(claim, time));

    assertThat(challenge(called("odd", "who"))).contains("invalid_token", reason);
  }

  private static ObjectNode without(String claim) {
    ObjectNode claims = Tokens.good("ada", "notes.read");
    claims.remove(claim);
    return claims;
  }

  @Test
  void b2UnknownTokenIsRefused() throws IOException {
    FakeCall call = called("guessed", "who");

    assertThat(call.status()).isEqualTo(401);
    assertThat(challenge(call)).contains("error=\"invalid_token\"", "The token is not known");
  }

  @Test
  void b2FurtherAudienceMayBeAccepted() throws IOException {
    tokens.with("odd", Tokens.good("ada", "notes.read").put("aud", "api://notes"));
    HttpEndpoint lenient = endpoint(protection().acceptAudience("api://notes").build());

    FakeCall call = served(lenient, TestServer.call("who").header("Authorization", "bearer odd"));

    assertThat(call.answer()).contains("I am ada");
  }

  @Test
  void b2TokenCountsUntilItIsRefused() throws IOException {
    assertThat(called("ada", "end").answer()).contains("Until 2096-10-02T07:07:10Z");
  }

  @Test
  void b3TokenIsNotHandedToHandlers() throws IOException {
    FakeCall call =
        served(
            TestServer.call("headers").header("Authorization", "Bearer ada").header("DPoP", "x"));

    assertThat(call.answer()).contains("Seen [][][][tools/call]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer", "Bearer a b", "Bearer ada, Bearer bob", "Bearer \u00e9", "bearer ="})
  void b4MalformedCredentialsAreABadRequest(String header) throws IOException {
    FakeCall call = served(TestServer.call("who").header("Authorization", header));

    assertThat(call.status()).isEqualTo(400);
    assertThat(challenge(call)).startsWith("Bearer error=\"invalid_request\"").contains(METADATA);
  }

  @Test
  void b4TwoAuthorizationHeadersAreABadRequest() throws IOException {
    FakeCall call =
        served(
            TestServer.call("who")
                .header("Authorization", "Bearer ada")
                .header("Authorization", "Bearer ada"));

    assertThat(call.status()).isEqualTo(400);
    assertThat(challenge(call)).contains("invalid_request", "one Authorization header but got 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token=ada", "a=b&access_token=ada", "access_token"})
  void b4TokenInTheUrlIsABadRequest(String query) throws IOException {
    FakeCall call =
        served(TestServer.call("who").query(query).header("Authorization", "Bearer ada"));

    assertThat(call.status()).isEqualTo(400);
    assertThat(challenge(call)).contains("invalid_request", "URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWRhOmFkYQ==", "DPoP ada", "Bearerada", "Negotiate"})
  void b4OtherSchemesAreNoCredentials(String header) throws IOException {
    FakeCall call = served(TestServer.call("who").header("Authorization", header));

    assertThat(call.status()).isEqualTo(401);
    assertThat(challenge(call)).startsWith("Bearer scope=").doesNotContain("error");
  }

  @Test
  void b4TokenThatAllowsTooLittleIsForbidden() throws IOException {
    FakeCall call = called("poor", "who");

    assertThat(call.status()).isEqualTo(403);
    assertThat(challenge(call))
        .startsWith("Bearer error=\"insufficient_scope\"")
        .contains("scope=\"notes.read\"", METADATA);
  }

  @Test
  void b5ChallengeNamesAllScopesOfTheOperation() throws IOException {
    FakeCall call = called("ada", "write");

    assertThat(call.status()).isEqualTo(403);
    assertThat(challenge(call))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", scope=\"notes.write notes.read\","
                + " resource_metadata=\""
                + METADATA
                + "\"");
    assertThat(call.answer())
        .contains("\"id\":7", "-32600", "This operation needs the scope notes.write notes.read");
  }

  @Test
  void b5HandlerMayNeedMoreForItsArguments() throws IOException {
    FakeCall call = called("ada", "dynamic");

    assertThat(call.status()).isEqualTo(403);
    assertThat(challenge(call)).contains("scope=\"notes.export\"", METADATA);
  }

  @Test
  void b6BroaderScopeImpliesNarrowerOnes() throws IOException {
    assertThat(called("admin", "write").answer()).contains("Written");
    assertThat(called("admin", "who").answer()).contains("I am root");
  }

  @Test
  void b7OfflineAccessIsNoScopeOfAServer() {
    assertThatIllegalArgumentException().isThrownBy(() -> protection().requires("offline_access"));
    assertThatIllegalArgumentException().isThrownBy(() -> protection().supports("offline_access"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                McpServer.named("x", "1")
                    .tool("t", tool -> tool.requireScopes("offline_access").handle((n, c) -> "")));
  }

  @Test
  void b8SealedStateIsOfNoUseToAnotherPrincipal() throws IOException {
    FakeCall asked = served(ask("").header("Authorization", "Bearer ada"));
    String state = asked.answer().replaceFirst(".*\"requestState\":\"([^\"]+)\".*", "$1");
    String retry =
        ",\"requestState\":\""
            + state
            + "\",\"inputResponses\":{\"ok\":{\"action\":\"accept\",\"content\":{\"yes\":true}}}";

    FakeCall stolen = served(ask(retry).header("Authorization", "Bearer bob"));
    FakeCall own = served(ask(retry).header("Authorization", "Bearer ada"));

    assertThat(stolen.answer()).contains("-32602").doesNotContain("Confirm[");
    assertThat(own.answer()).contains("Confirm[yes=true]");
  }

  private static FakeCall ask(String more) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\","
            + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{\"form\":{}}}}"
            + more
            + "}}";
    return FakeCall.post(body)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "ask");
  }

  @Test
  void b9ForeignOriginIsRefusedBeforeAnyTokenIsLookedAt() throws IOException {
    FakeCall call =
        served(
            TestServer.call("who")
                .header("Origin", "https://evil.example.com")
                .header("Authorization", "Bearer ada"));

    assertThat(call.status()).isEqualTo(403);
    assertThat(call.answerHeaders()).doesNotContainKey("WWW-Authenticate");
    assertThat(HttpOptions.onPort(0).bindHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void handlersSeeTheCallerAndItsClaims() throws IOException {
    tokens.with("rich", Tokens.good("ada", "notes.read").put("email", "ada@example.com"));

    assertThat(called("rich", "email").answer()).contains("ada@example.com");
    assertThat(called("bob", "who").answer()).contains("I am bob");
  }

  @Test
  void whatACallerMayNotSeeIsUnknownRatherThanForbidden() throws IOException {
    assertThat(called("ada", "secret").answer()).contains("Unknown tool: secret");
    assertThat(called("admin", "secret").status()).isEqualTo(200);
  }

  @Test
  void principalsOfSeveralIssuersAreToldApart() throws IOException {
    HttpEndpoint two =
        endpoint(protection().authorizationServer("https://sso.example.com").build());

    FakeCall call = served(two, TestServer.call("who").header("Authorization", "Bearer ada"));

    assertThat(call.answer()).contains("I am https://id.example.com#ada");
  }

  @Test
  void tokenBoundToAKeyIsRefusedWhereProofsAreNotChecked() throws IOException {
    tokens.with("bound", bound("jkt"));

    assertThat(challenge(called("bound", "who"))).contains("invalid_token", "bound to a key");
  }

  @Test
  void tokenBoundToACertificateIsRefused() throws IOException {
    tokens.with("bound", bound("x5t#S256"));

    assertThat(challenge(called("bound", "who"))).contains("invalid_token", "bound to a key");
  }

  private static ObjectNode bound(String member) {
    ObjectNode claims = Tokens.good("ada", "notes.read");
    claims.putObject("cnf").put(member, "abc");
    return claims;
  }

  @Test
  void verifierThatCannotTellAsksTheClientToComeBack() throws IOException {
    HttpEndpoint down =
        endpoint(
            ResourceServer.builder(
                    Tokens.RESOURCE,
                    token -> {
                      throw new IOException("keys of " + token);
                    })
                .authorizationServer(Tokens.ISSUER)
                .build());

    FakeCall call = served(down, TestServer.call("who").header("Authorization", "Bearer ada"));

    assertThat(call.status()).isEqualTo(503);
    assertThat(call.answerHeaders()).containsKey("Retry-After");
    assertThat(call.answer()).doesNotContain("ada");
  }

  @Test
  void verifierThatFailsLetsNobodyIn() throws IOException {
    HttpEndpoint broken =
        endpoint(
            ResourceServer.builder(
                    Tokens.RESOURCE,
                    token -> {
                      throw new IllegalStateException("bug with " + token);
                    })
                .authorizationServer(Tokens.ISSUER)
                .build());

    FakeCall call = served(broken, TestServer.call("who").header("Authorization", "Bearer ada"));

    assertThat(call.status()).isEqualTo(500);
    assertThat(call.answer()).doesNotContain("ada").doesNotContain("bug");
  }

  @Test
  void tokensAreNotCheckedOnThreadsThatMustNotBlock() throws Exception {
    Thread io = Thread.currentThread();
    Thread[] verifying = new Thread[1];
    HttpEndpoint handingOver =
        endpoint(
            ResourceServer.builder(
                    Tokens.RESOURCE,
                    token -> {
                      verifying[0] = Thread.currentThread();
                      return tokens.verify(token);
                    })
                .authorizationServer(Tokens.ISSUER)
                .build());
    FakeCall call = TestServer.call("who").header("Authorization", "Bearer ada").onIoThread();

    handingOver.serve(call);
    call.awaitAnswer();

    assertThat(call.answer()).contains("I am ada");
    assertThat(verifying[0]).isNotNull().isNotSameAs(io);
  }

  @Test
  void olderClientsAreAskedForTheSameToken() throws IOException {
    String initialize =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}";

    FakeCall refused = served(FakeCall.post(initialize));
    FakeCall opened = served(FakeCall.post(initialize).header("Authorization", "Bearer ada"));
    String session = opened.answerHeaders().get("Mcp-Session-Id");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(opened.status()).isEqualTo(200);
    FakeCall write = legacyCall(session, "write").header("Authorization", "Bearer ada");
    assertThat(served(write).status()).isEqualTo(403);
    assertThat(challenge(write)).contains("insufficient_scope", "notes.write", METADATA);
    FakeCall stolen = legacyCall(session, "who").header("Authorization", "Bearer bob");
    assertThat(served(stolen).status()).isEqualTo(404);
  }

  private static FakeCall legacyCall(String session, String tool) {
    return FakeCall.post(
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":{}}}")
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", "2025-11-25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mcp.example.com/mcp",
        "/mcp",
        "https://mcp.example.com/mcp#a",
        "https://mcp.example.com/mcp?a=b",
        "ftp://mcp.example.com/mcp",
        "mailto:ada@example.com"
      })
  void resourceIsAUrlOverWhichTokensMayTravel(String resource) {
    assertThatIllegalArgumentException().isThrownBy(() -> ResourceServer.builder(resource, tokens));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> protection().authorizationServer(resource));
  }

  @Test
  void portZeroStandsForThePortTheServerGets() {
    ResourceServer local =
        ResourceServer.builder("http://127.0.0.1:0/mcp", tokens)
            .authorizationServer(Tokens.ISSUER)
            .requires("notes.read")
            .build();

    assertThat(local.onPort(4711).resource()).isEqualTo("http://127.0.0.1:4711/mcp");
    assertThat(local.onPort(4711).audiences()).containsExactly("http://127.0.0.1:4711/mcp");
    assertThat(local.onPort(4711).requiredScopes()).containsExactly("notes.read");
    assertThat(protection().build().onPort(1).resource()).isEqualTo(Tokens.RESOURCE);
  }
}
