/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Takes a user to an authorization server and brings back what the server answers. Safe for use by
 * several threads.
 */
@FunctionalInterface
public interface UserAgent {
  /**
   * Gets ready for one authorization. May block.
   *
   * @return where the server is to answer to; closed by the caller
   * @throws AuthorizationException if the answer could not be received
   * @throws InterruptedException if the thread is interrupted
   */
  Session open() throws InterruptedException;

  /**
   * Makes one that opens the browser of the user and receives the answer on the loopback interface.
   *
   * @return the user agent, with a random port
   */
  static UserAgent browser() {
    return browser(BrowserLauncher.desktop());
  }

  /**
   * Makes one that has the browser of the user opened and receives the answer on the loopback
   * interface, on a random port of {@code 127.0.0.1}.
   *
   * @param launcher opens the browser
   * @return the user agent
   */
  static UserAgent browser(BrowserLauncher launcher) {
    Objects.requireNonNull(launcher, "launcher");
    return () -> LoopbackSession.open(launcher);
  }

  /**
   * Makes one for tests and agents, where the server needs nobody to sign in: it follows the
   * redirects of the server itself, up to the one to the redirect URI, which is not fetched.
   *
   * @param redirectUri the redirect URI, as it is registered
   * @return the user agent
   */
  static UserAgent headless(String redirectUri) {
    Objects.requireNonNull(redirectUri, "redirectUri");
    return () -> new HeadlessSession(redirectUri);
  }

  /** One authorization. Used by one thread. */
  interface Session extends AutoCloseable {
    /**
     * Returns where the server is to answer to.
     *
     * @return the redirect URI, exactly as it is sent
     */
    String redirectUri();

    /**
     * Takes the user to the server and waits for the answer.
     *
     * @param request where to
     * @return the answer
     * @throws AuthorizationException if there is none in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    AuthorizationResponse authorize(Request request) throws InterruptedException;

    /** Receives no more. */
    @Override
    void close();
  }

  /**
   * Where to take the user.
   *
   * @param url the authorization URL: of {@code https}, or of {@code http} on the loopback
   *     interface
   * @param state what the answer must carry; another answer is not the one waited for
   * @param atMost how long to wait
   * @param policy which redirects of the server may be followed, if the agent follows them itself
   */
  record Request(URI url, String state, Duration atMost, UrlPolicy policy) {
    /**
     * Checks the components.
     *
     * @param url not null
     * @param state not null
     * @param atMost not null
     * @param policy not null
     */
    public Request {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(atMost, "atMost");
      Objects.requireNonNull(policy, "policy");
    }

    @Override
    public String toString() {
      return "Request[" + UrlPolicy.show(url) + "]";
    }
  }
}
