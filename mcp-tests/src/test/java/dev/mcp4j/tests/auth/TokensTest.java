/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.client.auth.UserAgent;
import dev.mcp4j.testkit.auth.AuthFault;
import dev.mcp4j.testkit.auth.AuthRequest;
import dev.mcp4j.testkit.manual.ManualClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TokensTest extends AuthWorld {
  private List<String> grants() {
    return authorization.requests("/token").stream()
        .map(request -> String.valueOf(request.parameter("grant_type")))
        .toList();
  }

  @Test
  void a21TokenIsSentToItsServerOnly() throws Exception {
    OAuthAuthorizer authorizer = builder().build();
    client(authorizer, REVISION).call("read").result();
    HttpRequest own = HttpRequest.newBuilder(server.uri().resolve("/other")).build();
    HttpRequest foreign = HttpRequest.newBuilder(URI.create("https://evil.example/mcp")).build();

    assertThat(authorizer.authorize(own).headers().firstValue("Authorization")).isPresent();
    assertThat(authorizer.authorize(foreign)).isSameAs(foreign);
  }

  @Test
  void tokensAreNotSentWithoutTls() {
    assertThatThrownBy(() -> OAuthAuthorizer.builder(URI.create("http://mcp.example.com/mcp")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a22TokensAreKeptUnderIssuerClientResourceAndUser() {
    TokenStore store = TokenStore.inMemory();

    client(builder().store(store).user("ada")).call("read").result();

    String issuer = authorization.issuer();
    String resource = server.uri().toString();
    assertThat(store.tokens(new TokenStore.TokenKey(issuer, "client-1", resource, "ada")))
        .isNotNull();
    assertThat(store.tokens(new TokenStore.TokenKey(issuer, "client-1", resource, ""))).isNull();
  }

  @Test
  void tokensOfTheStoreNeedNoSignIn() {
    TokenStore store = TokenStore.inMemory();
    client(builder().store(store)).call("read").result();

    client(builder().store(store)).call("read").result();

    assertThat(grants()).containsExactly("authorization_code");
    assertThat(authorization.requests("/register")).hasSize(1);
  }

  @Test
  void a22RefusedTokenIsRefreshedWithoutTheUser() {
    authorization.refreshTokens(true);
    McpClient client = client(builder());
    client.call("read").result();
    authorization.revokeTokens();
    client.call("read").result();
    authorization.revokeTokens();

    client.call("read").result();

    assertThat(grants()).containsExactly("authorization_code", "refresh_token", "refresh_token");
    assertThat(tokenRequest().parameter("resource")).isEqualTo(server.uri().toString());
    assertThat(authorization.requests("/authorize")).hasSize(1);
  }

  @Test
  void a22RefusedRefreshMeansSignIn() {
    authorization.refreshTokens(true);
    McpClient client = client(builder());
    client.call("read").result();
    authorization.revokeTokens();
    authorization.faults(AuthFault.REFRESH_REFUSED);

    client.call("read").result();

    assertThat(grants())
        .containsExactly("authorization_code", "refresh_token", "authorization_code");
  }

  @Test
  void a22MissingRefreshTokenMeansSignIn() {
    McpClient client = client(builder());
    client.call("read").result();
    authorization.revokeTokens();

    client.call("read").result();

    assertThat(grants()).containsExactly("authorization_code", "authorization_code");
  }

  @Test
  void tokenIsRefreshedBeforeItEnds() {
    ManualClock clock = ManualClock.create();
    authorization.refreshTokens(true).tokenLifetime(Duration.ofMinutes(10));
    McpClient client = client(builder().clock(clock));
    client.call("read").result();
    int before = server.requests().size();
    clock.advance(Duration.ofMinutes(10).minusSeconds(5));

    client.call("read").result();

    assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    assertThat(server.requests()).hasSize(before + 1);
  }

  @Test
  void a23StepUpAsksForEverythingAskedBeforeAndMore() {
    server.challengedScope("basic").toolScopes("write", "write", "audit");
    McpClient client = client(builder());
    client.call("read").result();

    assertThat(client.call("write").as(String.class)).isEqualTo("written");

    assertThat(authorization.requests("/authorize"))
        .extracting(request -> request.parameter("scope"))
        .containsExactly("basic", "basic write audit");
  }

  @Test
  void a23StepUpDoesNotTakeTheRefreshTokenForAnAnswer() {
    authorization.refreshTokens(true);
    server.challengedScope("basic").toolScopes("write", "write");
    McpClient client = client(builder());
    client.call("read").result();

    client.call("write").result();

    assertThat(grants()).containsExactly("authorization_code", "authorization_code");
  }

  @Test
  void a23UserIsNotAskedTwiceForTheSame() {
    server.challengedScope("basic").faults(AuthFault.SCOPE_NEVER_ENOUGH);
    McpClient client = client(builder());

    assertThatThrownBy(() -> client.call("read").result())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(403));
    assertThatThrownBy(() -> client.call("read").result()).isInstanceOf(HttpStatusException.class);

    assertThat(authorization.requests("/authorize")).hasSize(2);
  }

  @Test
  void serverThatRefusesEveryTokenIsGivenUp() {
    server.faults(AuthFault.EVERY_TOKEN_REFUSED);
    McpClient client = client(builder());

    assertThatThrownBy(() -> client.call("read").result())
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("3 tokens in a row");
    assertThat(authorization.requests("/authorize")).hasSize(3);
  }

  @Test
  void oneSignInServesEveryCallThatWaits() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    UserAgent slow =
        () -> {
          UserAgent.Session session = UserAgent.headless(REDIRECT_URI).open();
          return new UserAgent.Session() {
            @Override
            public String redirectUri() {
              return session.redirectUri();
            }

            @Override
            public dev.mcp4j.client.auth.AuthorizationResponse authorize(UserAgent.Request request)
                throws InterruptedException {
              refused.await();
              return session.authorize(request);
            }

            @Override
            public void close() {
              session.close();
            }
          };
        };
    McpClient client = client(builder().userAgent(slow));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(() -> client.call("read").as(String.class)));
      }
      while (server.requests().stream().filter(r -> r.path().equals("/mcp")).count() < 8) {
        Thread.onSpinWait();
      }
      refused.countDown();
      for (Future<String> call : calls) {
        assertThat(call.get()).isEqualTo("read");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(authorization.requests("/authorize")).hasSize(1);
    assertThat(grants()).containsExactly("authorization_code");
  }

  @Test
  void signInGoesOnWhenItsCallHasTimedOut() throws Exception {
    CountDownLatch timedOut = new CountDownLatch(1);
    CountDownLatch signedIn = new CountDownLatch(1);
    UserAgent slow =
        () -> {
          timedOut.await();
          return UserAgent.headless(REDIRECT_URI).open();
        };
    TokenStore store = TokenStore.inMemory();
    OAuthAuthorizer authorizer = builder().userAgent(slow).store(store).build();
    McpClient client = client(authorizer, REVISION);
    assertThatThrownBy(() -> client.call("read").timeout(Duration.ofMillis(300)).result())
        .isInstanceOf(dev.mcp4j.client.CallTimeoutException.class);
    timedOut.countDown();
    signedIn.countDown();

    assertThat(client.call("read").as(String.class)).isEqualTo("read");
    assertThat(authorization.requests("/authorize")).hasSize(1);
  }

  @Test
  void closedAuthorizerEndsTheSignIn() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    UserAgent never =
        () -> {
          asked.countDown();
          new CountDownLatch(1).await();
          throw new AssertionError();
        };
    OAuthAuthorizer authorizer = builder().userAgent(never).build();
    McpClient client = client(authorizer, REVISION);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> call = threads.submit(() -> client.call("read").result());
      asked.await();
      authorizer.close();

      assertThatThrownBy(call::get).hasCauseInstanceOf(AuthorizationException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void signingOutForgetsTheTokens() {
    OAuthAuthorizer authorizer = builder().build();
    McpClient client = client(authorizer, REVISION);
    client.call("read").result();
    String partition = authorizer.partition();

    authorizer.signOut();
    assertThat(authorizer.partition()).isEmpty();
    client.call("read").result();

    assertThat(authorizer.partition()).isNotEmpty().isNotEqualTo(partition);
    assertThat(authorization.requests("/authorize")).hasSize(2);
  }

  @Test
  void secretsThatAServerRepeatsAreNotInTheException() {
    authorization.faults(AuthFault.TOKEN_REFUSED);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOfSatisfying(
            AuthorizationException.class,
            e -> {
              assertThat(e.error()).isEqualTo("invalid_grant");
              assertThat(authorization.secrets()).isNotEmpty();
              for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage()))
                    .doesNotContain(authorization.secrets());
              }
            });
  }

  @Test
  void partitionOfResultsIsThatOfTheGrant() {
    OAuthAuthorizer authorizer = builder().build();
    authorization.refreshTokens(true);
    McpClient client = client(authorizer, REVISION);
    client.call("read").result();
    String first = authorizer.partition();
    authorization.revokeTokens();
    client.call("read").result();

    assertThat(authorizer.partition()).isEqualTo(first);
    assertThat(authorization.secrets()).noneMatch(first::contains);
    assertThat(server.requests()).extracting(AuthRequest::path).contains("/mcp");
  }
}
