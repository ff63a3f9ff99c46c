/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.client.auth.TokenStore.Registration;
import dev.mcp4j.client.auth.TokenStore.TokenKey;
import dev.mcp4j.client.auth.TokenStore.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link TokenStore} does. A class of tests says which one. */
@Timeout(60)
public abstract class TokenStoreContract {
  private static final String ISSUER = "https://as.example.com/t";
  private static final TokenKey KEY =
      new TokenKey(ISSUER, "client", "https://mcp.example.com/mcp", "ada");

  private static final Tokens TOKENS =
      new Tokens(
          "secret-access",
          "Bearer",
          Instant.parse("2026-07-28T10:00:00.123Z"),
          "secret-refresh",
          Set.of("read", "write"),
          "grant-1");

  private static final Registration REGISTRATION =
      new Registration(
          "client",
          "secret-client",
          Instant.parse("2026-07-28T10:00:00Z"),
          "client_secret_basic",
          List.of("http://127.0.0.1:4000/callback"));

  private @Nullable TokenStore made;

  /** For classes of tests. */
  protected TokenStoreContract() {}

  /**
   * Makes a store without content.
   *
   * @return the store
   * @throws Exception if it cannot be made
   */
  protected abstract TokenStore newStore() throws Exception;

  @BeforeEach
  void makeStore() throws Exception {
    made = newStore();
  }

  private TokenStore store() {
    if (made == null) {
      throw new IllegalStateException("there is no store");
    }
    return made;
  }

  private static Tokens minimal(String accessToken) {
    return new Tokens(accessToken, "DPoP", null, null, Set.of(), "grant-2");
  }

  @Test
  void newStoreIsEmpty() {
    assertThat(store().tokens(KEY)).isNull();
    assertThat(store().registration(ISSUER)).isNull();
  }

  @Test
  void whatIsSavedIsFoundAsItWas() {
    TokenKey other = new TokenKey(ISSUER, "", "", "");
    Registration minimal = new Registration("id", null, null, "none", List.of());
    store().saveTokens(KEY, TOKENS);
    store().saveTokens(other, minimal("a"));
    store().saveRegistration(ISSUER, REGISTRATION);
    store().saveRegistration(ISSUER + "/", minimal);

    assertThat(store().tokens(KEY)).isEqualTo(TOKENS);
    assertThat(store().tokens(other)).isEqualTo(minimal("a"));
    assertThat(store().registration(ISSUER)).isEqualTo(REGISTRATION);
    assertThat(store().registration(ISSUER + "/")).isEqualTo(minimal);
  }

  @Test
  void laterValueReplacesEarlierOne() {
    store().saveTokens(KEY, TOKENS);
    store().saveTokens(KEY, minimal("later"));

    assertThat(store().tokens(KEY)).isEqualTo(minimal("later"));
  }

  @Test
  void everyPartOfTheKeyTellsTokensApart() {
    store().saveTokens(KEY, TOKENS);

    assertThat(store().tokens(new TokenKey(ISSUER + "/", "client", KEY.resource(), "ada")))
        .isNull();
    assertThat(store().tokens(new TokenKey(ISSUER, "other", KEY.resource(), "ada"))).isNull();
    assertThat(store().tokens(new TokenKey(ISSUER, "client", "https://other", "ada"))).isNull();
    assertThat(store().tokens(new TokenKey(ISSUER, "client", KEY.resource(), "bob"))).isNull();
  }

  @Test
  void whatIsRemovedIsGoneAndNothingElse() {
    store().saveTokens(KEY, TOKENS);
    store().saveRegistration(ISSUER, REGISTRATION);

    store().removeTokens(KEY);
    store().removeTokens(KEY);

    assertThat(store().tokens(KEY)).isNull();
    assertThat(store().registration(ISSUER)).isEqualTo(REGISTRATION);

    store().removeRegistration(ISSUER);
    store().removeRegistration(ISSUER);

    assertThat(store().registration(ISSUER)).isNull();
  }

  @Test
  void severalThreadsLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> saving = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String name = "c" + i;
        saving.add(
            threads.submit(
                () -> store().saveTokens(new TokenKey(ISSUER, name, "r", "u"), minimal(name))));
      }
      for (Future<?> future : saving) {
        Object unused = future.get();
      }
    } finally {
      threads.shutdown();
    }

    for (int i = 0; i < 16; i++) {
      assertThat(store().tokens(new TokenKey(ISSUER, "c" + i, "r", "u")))
          .isEqualTo(minimal("c" + i));
    }
  }

  @Test
  void textFormsHoldNoSecrets() {
    store().saveTokens(KEY, TOKENS);
    store().saveRegistration(ISSUER, REGISTRATION);

    assertThat(String.valueOf(store().tokens(KEY))).doesNotContain("secret");
    assertThat(String.valueOf(store().registration(ISSUER))).doesNotContain("secret-client");
    assertThat(store().toString()).doesNotContain("secret");
  }
}
