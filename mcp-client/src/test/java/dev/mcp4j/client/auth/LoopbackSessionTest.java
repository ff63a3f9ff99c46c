/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackSessionTest {
  private static final URI PAGE = URI.create("https://as.example.com/authorize");

  private final HttpClient browser = HttpClient.newHttpClient();

  private int get(String url) {
    try {
      return browser
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static UserAgent.Request request(Duration atMost) {
    return new UserAgent.Request(PAGE, "s1", atMost, UrlPolicy.standard());
  }

  @Test
  void a19ResponseWithTheStateIsReceivedAndNoOther() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    String[] redirectUri = new String[1];
    UserAgent agent =
        UserAgent.browser(
            page -> {
              assertThat(page).isEqualTo(PAGE);
              statuses.add(get(redirectUri[0] + "?code=evil&state=other"));
              statuses.add(get(redirectUri[0] + "?code=evil"));
              statuses.add(get(redirectUri[0] + "?code=evil&state=s1&state=s1"));
              statuses.add(get(redirectUri[0].replace("/callback", "/favicon.ico")));
              statuses.add(get(redirectUri[0].replace("127.0.0.1", "localhost") + "?state=s1"));
              statuses.add(get(redirectUri[0] + "?code=c%201&state=s1&iss=https%3A%2F%2Fas"));
              statuses.add(get(redirectUri[0] + "?code=late&state=s1"));
            });
    try (UserAgent.Session session = agent.open()) {
      redirectUri[0] = session.redirectUri();

      AuthorizationResponse response = session.authorize(request(Duration.ofSeconds(30)));

      assertThat(response.get("code")).isEqualTo("c 1");
      assertThat(response.get("iss")).isEqualTo("https://as");
      assertThat(response.toString()).doesNotContain("c 1");
    }
    assertThat(statuses).containsExactly(400, 400, 400, 404, 404, 200, 400);
  }

  @Test
  void a19RedirectUriIsRandomPortOfLoopback() throws Exception {
    try (UserAgent.Session first = UserAgent.browser(page -> {}).open();
        UserAgent.Session second = UserAgent.browser(page -> {}).open()) {
      assertThat(first.redirectUri()).matches("http://127\\.0\\.0\\.1:\\d+/callback");
      assertThat(second.redirectUri()).isNotEqualTo(first.redirectUri());
    }
  }

  @Test
  void userWhoDoesNotComeBackEndsTheWait() throws Exception {
    try (UserAgent.Session session = UserAgent.browser(page -> {}).open()) {
      assertThatThrownBy(() -> session.authorize(request(Duration.ofMillis(1))))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("did not sign in");
    }
  }
}
