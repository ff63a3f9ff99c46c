/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.client.core.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tokens in use and sees to it that one authorization at a time is under way, however
 * many requests need it. Safe for use by several threads.
 */
final class TokenKeeper {
  /** A token that ends so soon may not outlast its request. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  /** How many tokens in a row the server may refuse, and for how long that is remembered. */
  private static final int MAX_REFUSED = 3;

  private static final Duration MEMORY = Duration.ofMinutes(1);

  /** How many operations with their scopes are remembered as not to be had. */
  private static final int MAX_REMEMBERED = 256;

  /**
   * Why other tokens are needed.
   *
   * @param token the token that was refused; null if none was sent
   * @param challenge what the server said; null if it said nothing
   * @param moreScope whether the token is good, but not for this
   * @param operation what was refused
   */
  record Need(
      @Nullable String token, @Nullable Challenge challenge, boolean moreScope, String operation) {
    @Override
    public String toString() {
      return "Need[" + operation + "]";
    }
  }

  private record Wish(String operation, Set<String> scopes) {}

  private final Acquisition acquisition;
  private final Clock clock;
  private final ExecutorService executor = Threads.newExecutor("mcp-authorization-");
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Wish, Instant> granted = new LinkedHashMap<>();
  private @Nullable CompletableFuture<TokenStore.Tokens> flight;
  private TokenStore.@Nullable Tokens tokens;
  private int refusedInARow;
  private Instant lastRefusal = Instant.MIN;

  TokenKeeper(Acquisition acquisition, Clock clock) {
    this.acquisition = acquisition;
    this.clock = clock;
  }

  /** The tokens to send, renewed if their time is almost up; null if there are none. */
  TokenStore.@Nullable Tokens current() throws InterruptedException {
    TokenStore.Tokens held = held();
    if (held == null || !endsSoon(held) || !acquisition.canRenewQuietly(held)) {
      return held;
    }
    try {
      return await(held.accessToken(), () -> acquisition.renewQuietly(held));
    } catch (AuthorizationException e) {
      // The server may take the old token a little longer. If not, its refusal begins a sign-in.
      return isOver(held) ? null : held;
    }
  }

  /**
   * Obtains tokens after a refusal.
   *
   * @return whether there are other tokens than the refused ones now
   */
  boolean renew(Need need) throws InterruptedException {
    if (need.moreScope() && !acquisition.involvesUser()) {
      return false;
    }
    boolean fromScratch;
    lock.lock();
    try {
      if (flight == null && isCurrent(need.token())) {
        if (need.moreScope() && !isNewWish(need)) {
          return false;
        }
        countRefusal(need);
      }
      fromScratch = refusedInARow > 1;
    } finally {
      lock.unlock();
    }
    TokenStore.Tokens unused = await(need.token(), () -> acquisition.acquire(need, fromScratch));
    return true;
  }

  /** A server has taken a token. */
  void accepted(String token) {
    lock.lock();
    try {
      if (isCurrent(token)) {
        refusedInARow = 0;
      }
    } finally {
      lock.unlock();
    }
  }

  String partition() {
    TokenStore.Tokens held = held();
    return held == null ? "" : held.grantId();
  }

  void signOut() {
    lock.lock();
    try {
      tokens = null;
      refusedInARow = 0;
      granted.clear();
    } finally {
      lock.unlock();
    }
    acquisition.forget();
  }

  void close() {
    CompletableFuture<TokenStore.Tokens> current;
    lock.lock();
    try {
      current = flight;
    } finally {
      lock.unlock();
    }
    // Interrupts whoever waits for a user.
    executor.shutdownNow();
    if (current != null) {
      current.completeExceptionally(new AuthorizationException("the authorizer is closed"));
    }
  }

  private TokenStore.@Nullable Tokens held() {
    lock.lock();
    try {
      return tokens;
    } finally {
      lock.unlock();
    }
  }

  /** Joins the authorization under way, or begins one if the refused token is still in use. */
  private TokenStore.Tokens await(@Nullable String refused, Work work) throws InterruptedException {
    CompletableFuture<TokenStore.Tokens> joined;
    lock.lock();
    try {
      if (flight == null) {
        if (tokens != null && !isCurrent(refused)) {
          return tokens;
        }
        flight = begin(work);
      }
      joined = flight;
    } finally {
      lock.unlock();
    }
    try {
      return joined.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException failure) {
        throw new AuthorizationException(failure.getMessage(), failure.error(), failure);
      }
      throw new AuthorizationException("the authorization failed", null, e);
    }
  }

  private CompletableFuture<TokenStore.Tokens> begin(Work work) {
    CompletableFuture<TokenStore.Tokens> begun = new CompletableFuture<>();
    try {
      executor.execute(() -> run(work, begun));
    } catch (RejectedExecutionException e) {
      throw new AuthorizationException("the authorizer is closed", null, e);
    }
    return begun;
  }

  private void run(Work work, CompletableFuture<TokenStore.Tokens> result) {
    TokenStore.Tokens obtained = null;
    Throwable failure = null;
    try {
      obtained = work.run();
    } catch (InterruptedException e) {
      failure = new AuthorizationException("the authorizer is closed", null, e);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    lock.lock();
    try {
      flight = null;
      // A token that was refused is not sent again, whether there is another one or not.
      tokens = obtained;
    } finally {
      lock.unlock();
    }
    if (obtained != null) {
      result.complete(obtained);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private boolean isCurrent(@Nullable String token) {
    return tokens == null ? token == null : tokens.accessToken().equals(token);
  }

  /** Asking twice for the same is asking too often: the user has answered already. */
  private boolean isNewWish(Need need) {
    String scope = need.challenge() == null ? null : need.challenge().get("scope");
    Wish wish = new Wish(need.operation(), scope == null ? Set.of() : Scopes.parse(scope));
    Instant now = clock.instant();
    Instant before = granted.put(wish, now);
    if (granted.size() > MAX_REMEMBERED) {
      granted.remove(granted.keySet().iterator().next());
    }
    return before == null || before.plus(MEMORY).isBefore(now);
  }

  private void countRefusal(Need need) {
    Instant now = clock.instant();
    if (lastRefusal.isBefore(now.minus(MEMORY))) {
      refusedInARow = 0;
    }
    if (need.token() != null) {
      refusedInARow++;
      lastRefusal = now;
    }
    if (refusedInARow >= MAX_REFUSED) {
      throw new AuthorizationException(
          "the server refused %d tokens in a row".formatted(refusedInARow));
    }
  }

  private boolean endsSoon(TokenStore.Tokens held) {
    return held.expiresAt() != null && clock.instant().plus(MARGIN).isAfter(held.expiresAt());
  }

  private boolean isOver(TokenStore.Tokens held) {
    return held.expiresAt() != null && !clock.instant().isBefore(held.expiresAt());
  }

  private interface Work {
    TokenStore.Tokens run() throws InterruptedException;
  }
}
