/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client of OAuth 2.1 as MCP has it: finds the authorization server of one MCP server, obtains
 * tokens there, sends them with each request, and refreshes and extends them.
 *
 * <p>Tokens are sent to the origin of that MCP server only, and never without TLS except on the
 * loopback interface. However many requests are refused at once, one authorization is under way; it
 * goes on when the call that began it has timed out, so that the next call finds its result. {@link
 * #close} ends it.
 *
 * <p>Safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/authorization.
 */
public final class OAuthAuthorizer implements Authorizer, AutoCloseable {
  private final URI server;
  private final String origin;
  private final @Nullable RequestProof proof;
  private final Set<String> extensions;
  private final TokenKeeper keeper;

  private OAuthAuthorizer(Builder builder) {
    server = builder.server;
    origin = UrlPolicy.origin(server);
    proof = builder.proof;
    String extension = builder.grant == null ? null : builder.grant.extension();
    extensions = extension == null ? Set.of() : Set.of(extension);
    UrlPolicy policy = builder.policy.forServer(server);
    HttpClient client = builder.httpClient == null ? AuthHttp.newClient() : builder.httpClient;
    keeper = new TokenKeeper(new Acquisition(builder, new AuthHttp(client, policy)), builder.clock);
  }

  /**
   * Starts an authorizer.
   *
   * @param server the endpoint of the MCP server, as it is given to the transport
   * @return a new builder
   * @throws IllegalArgumentException if tokens could not be sent there safely: the URL is neither
   *     one of https nor of the loopback interface
   */
  public static Builder builder(URI server) {
    return new Builder(server);
  }

  @Override
  public HttpRequest authorize(HttpRequest request) throws InterruptedException {
    if (!isOurs(request)) {
      return request;
    }
    TokenStore.Tokens tokens = keeper.current();
    if (tokens == null) {
      return request;
    }
    HttpRequest.Builder authorized = HttpRequest.newBuilder(request, (name, value) -> true);
    RequestProof bound = bound(tokens);
    String scheme = bound == null ? "Bearer" : bound.tokenType();
    authorized.setHeader("Authorization", scheme + " " + tokens.accessToken());
    if (bound != null) {
      bound.headers(target(request, tokens.accessToken())).forEach(authorized::setHeader);
    }
    return authorized.build();
  }

  @Override
  public boolean refused(Refusal refusal) throws InterruptedException {
    HttpRequest sent = refusal.sent();
    if (!isOurs(sent)) {
      return false;
    }
    List<Challenge> challenges = Challenge.of(refusal.headers());
    Challenge challenge = chosen(challenges);
    String token = token(sent);
    if (proof != null && token != null && hasScheme(sent, proof.tokenType())) {
      String error =
          challenge != null && challenge.hasScheme(proof.tokenType())
              ? challenge.get("error")
              : null;
      if (proof.answered(target(sent, token), refusal.status(), refusal.headers(), error)) {
        return true;
      }
    }
    if (refusal.status() == 401) {
      return keeper.renew(new TokenKeeper.Need(token, challenge, false, operation(sent)));
    }
    boolean lacksScope =
        challenge != null && "insufficient_scope".equals(challenge.get("error")) && token != null;
    return lacksScope
        && keeper.renew(new TokenKeeper.Need(token, challenge, true, operation(sent)));
  }

  @Override
  public void answered(HttpRequest sent, int status, HttpHeaders headers) {
    String token = isOurs(sent) ? token(sent) : null;
    if (token == null) {
      return;
    }
    if (status < 400) {
      keeper.accepted(token);
    }
    if (proof != null) {
      boolean unused = proof.answered(target(sent, token), status, headers, null);
    }
  }

  @Override
  public String partition() {
    return keeper.partition();
  }

  @Override
  public Set<String> extensions() {
    return extensions;
  }

  /** Forgets the tokens, in the store as well, so that the next refusal begins from the start. */
  public void signOut() {
    keeper.signOut();
  }

  /** Ends an authorization that is under way. Requests that wait for one fail. */
  @Override
  public void close() {
    keeper.close();
  }

  private boolean isOurs(HttpRequest request) {
    return UrlPolicy.origin(request.uri()).equals(origin);
  }

  private @Nullable RequestProof bound(TokenStore.Tokens tokens) {
    return proof != null && tokens.tokenType().equalsIgnoreCase(proof.tokenType()) ? proof : null;
  }

  private static RequestProof.Target target(HttpRequest request, String token) {
    return new RequestProof.Target(request.method(), request.uri(), token, null);
  }

  /** The challenge for the kind of token in use; another one still tells where to look. */
  private @Nullable Challenge chosen(List<Challenge> challenges) {
    List<String> schemes = proof == null ? List.of("Bearer") : List.of(proof.tokenType(), "Bearer");
    for (String scheme : schemes) {
      for (Challenge challenge : challenges) {
        if (challenge.hasScheme(scheme)) {
          return challenge;
        }
      }
    }
    return challenges.stream()
        .filter(challenge -> challenge.get("resource_metadata") != null)
        .findFirst()
        .orElse(null);
  }

  private static boolean hasScheme(HttpRequest sent, String scheme) {
    return sent.headers().firstValue("Authorization").orElse("").startsWith(scheme + " ");
  }

  private static @Nullable String token(HttpRequest sent) {
    return sent.headers()
        .firstValue("Authorization")
        .map(value -> value.substring(value.indexOf(' ') + 1))
        .orElse(null);
  }

  private static String operation(HttpRequest sent) {
    return sent.method()
        + " "
        + sent.headers().firstValue("Mcp-Method").orElse("")
        + " "
        + sent.headers().firstValue("Mcp-Name").orElse("");
  }

  /** Builds an {@link OAuthAuthorizer}. Not safe for use by several threads. */
  public static final class Builder {
    final URI server;
    final List<RegisteredClient> clients = new ArrayList<>();
    final SecureRandom random = new SecureRandom();
    @Nullable RegisteredClient documented;
    @Nullable ClientMetadata metadata;
    UserAgent userAgent = UserAgent.browser();
    @Nullable Grant grant;
    @Nullable RequestProof proof;
    @Nullable String issuer;
    @Nullable ServerFallback fallback;
    @Nullable HttpClient httpClient;
    Function<List<String>, String> selector = servers -> servers.get(0);
    TokenStore store = TokenStore.inMemory();
    String user = "";
    UrlPolicy policy = UrlPolicy.standard();
    Duration patience = Duration.ofMinutes(5);
    boolean offlineAccess = true;
    Clock clock = Clock.systemUTC();

    private Builder(URI server) {
      if (!RedirectUris.isSafe(server)) {
        throw new IllegalArgumentException(
            "expected an https URL, or one of the loopback interface, was "
                + UrlPolicy.show(server));
      }
      this.server = server;
    }

    /**
     * Adds credentials that were obtained beforehand. They are tried before everything else, and
     * only at their own authorization server.
     *
     * @param client the client as that server knows it
     * @return this builder
     */
    public Builder client(RegisteredClient client) {
      clients.add(Objects.requireNonNull(client, "client"));
      return this;
    }

    /**
     * Sets the URL of the client id metadata document, for authorization servers that support it.
     *
     * @param clientId the URL; see {@link ClientIdDocument} for what must be there
     * @param authentications how the client can authenticate besides; none for a public client
     * @return this builder
     * @throws IllegalArgumentException if the URL cannot be a client id
     */
    public Builder clientIdDocument(String clientId, ClientAuthentication... authentications) {
      String problem = ClientIdDocument.problemOfId(clientId);
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      List<ClientAuthentication> ways = new ArrayList<>(List.of(authentications));
      ways.add(ClientAuthentication.none());
      documented = new RegisteredClient(null, clientId, ways);
      return this;
    }

    /**
     * Sets what to register with, for authorization servers that know the client in no other way.
     *
     * @param metadata what to tell them
     * @return this builder
     */
    public Builder registration(ClientMetadata metadata) {
      this.metadata = Objects.requireNonNull(metadata, "metadata");
      return this;
    }

    /**
     * Sets how the user is taken to the authorization server.
     *
     * @param userAgent the browser unless set
     * @return this builder
     */
    public Builder userAgent(UserAgent userAgent) {
      this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
      return this;
    }

    /**
     * Sets how long a user may take to sign in.
     *
     * @param patience more than zero; 5 minutes unless set
     * @return this builder
     * @throws IllegalArgumentException if the time is not more than zero
     */
    public Builder signInTimeout(Duration patience) {
      if (patience.isNegative() || patience.isZero()) {
        throw new IllegalArgumentException("timeout must be more than zero: " + patience);
      }
      this.patience = patience;
      return this;
    }

    /**
     * Sets the grant, in place of an authorization by the user.
     *
     * @param grant the grant, such as {@link ClientCredentials#grant}
     * @return this builder
     */
    public Builder grant(Grant grant) {
      this.grant = Objects.requireNonNull(grant, "grant");
      return this;
    }

    /**
     * Sets what proves the possession of a key with each request.
     *
     * @param proof the proof
     * @return this builder
     */
    public Builder proof(RequestProof proof) {
      this.proof = Objects.requireNonNull(proof, "proof");
      return this;
    }

    /**
     * Sets where tokens and registrations are kept.
     *
     * @param store in memory unless set
     * @return this builder
     */
    public Builder store(TokenStore store) {
      this.store = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Sets whose tokens these are, where a store is shared by several users.
     *
     * @param user any text, empty unless set
     * @return this builder
     */
    public Builder user(String user) {
      this.user = Objects.requireNonNull(user, "user");
      return this;
    }

    /**
     * Sets which URLs may be fetched.
     *
     * @param policy the policy, extended by the origin of the MCP server; {@link
     *     UrlPolicy#standard()} unless set
     * @return this builder
     */
    public Builder urlPolicy(UrlPolicy policy) {
      this.policy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets which authorization server to choose if an MCP server names several.
     *
     * @param selector gets their issuers, at least one, and returns one of them; the first unless
     *     set
     * @return this builder
     */
    public Builder selectServer(Function<List<String>, String> selector) {
      this.selector = Objects.requireNonNull(selector, "selector");
      return this;
    }

    /**
     * Sets the authorization server for an MCP server that names none.
     *
     * @param issuer its issuer
     * @return this builder
     */
    public Builder issuer(String issuer) {
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      return this;
    }

    /**
     * Sets what finds the authorization server of an MCP server that names none.
     *
     * @param fallback the last resort; none unless set
     * @return this builder
     */
    public Builder fallback(ServerFallback fallback) {
      this.fallback = Objects.requireNonNull(fallback, "fallback");
      return this;
    }

    /**
     * Sets whether to ask for refresh tokens, from authorization servers that offer the scope
     * {@code offline_access}.
     *
     * @param ask true unless set
     * @return this builder
     */
    public Builder offlineAccess(boolean ask) {
      offlineAccess = ask;
      return this;
    }

    /**
     * Sets the client for requests to authorization servers, for proxies, TLS settings and the
     * like. It must not follow redirects.
     *
     * @param client the client
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects, which nobody would check
     */
    public Builder httpClient(HttpClient client) {
      if (client.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new IllegalArgumentException("expected a client that follows no redirects");
      }
      httpClient = client;
      return this;
    }

    /**
     * Sets the clock.
     *
     * @param clock that of the system unless set
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the authorizer. Sends nothing yet.
     *
     * @return the authorizer
     * @throws IllegalStateException if there is no way to get a client id
     */
    public OAuthAuthorizer build() {
      if (clients.isEmpty() && documented == null && metadata == null) {
        throw new IllegalStateException(
            "choose how to get a client id: client, clientIdDocument or registration");
      }
      return new OAuthAuthorizer(this);
    }
  }
}
