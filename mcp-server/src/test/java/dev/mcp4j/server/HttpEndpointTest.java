/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpEndpointTest {
  private final McpServer one = McpServer.named("one", "1").build();
  private final McpServer two = McpServer.named("two", "1").build();

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  private static HttpOptions at(String path) {
    return HttpOptions.builder(0).path(path).build();
  }

  private static String discover(URI uri) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Accept", "application/json, text/event-stream");
    connection.setRequestProperty("MCP-Protocol-Version", "2026-07-28");
    connection.setRequestProperty("Mcp-Method", "server/discover");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(UTF_8));
    int status = connection.getResponseCode();
    return status == 200
        ? new String(connection.getInputStream().readAllBytes(), UTF_8)
        : "status " + status;
  }

  @Test
  void serversAtOneAddressAreToldApartByTheirPaths() throws Exception {
    try (HttpServerHandle http = one.serveHttp(at("/one"), List.of(two.httpEndpoint(at("/two"))))) {
      assertThat(http.uri().getPath()).isEqualTo("/one");
      assertThat(discover(http.uri())).contains("\"name\":\"one\"");
      assertThat(discover(http.uri().resolve("/two"))).contains("\"name\":\"two\"");
      assertThat(discover(http.uri().resolve("/three"))).isEqualTo("status 404");
    }
  }

  @Test
  void endpointKnowsItsPaths() {
    HttpEndpoint both =
        HttpEndpoint.of(List.of(one.httpEndpoint(at("/one")), two.httpEndpoint(at("/two"))));
    assertThat(both.isAt("/one")).isTrue();
    assertThat(both.isAt("/two")).isTrue();
    assertThat(both.isAt("/one/")).isFalse();
  }

  @Test
  void noEndpointCannotBeServed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpEndpoint.of(List.of()))
        .withMessage("there is no endpoint to serve");
  }
}
