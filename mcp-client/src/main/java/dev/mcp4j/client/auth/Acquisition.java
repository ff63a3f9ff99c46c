/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obtains tokens: from the store, by refreshing, or by a grant. Used by one thread at a time, which
 * {@link TokenKeeper} sees to.
 *
 * <p>Specification 2026-07-28: basic/authorization, Authorization Flow Steps.
 */
final class Acquisition {
  private static final Logger log = LoggerFactory.getLogger(Acquisition.class);

  /**
   * Where tokens come from.
   *
   * @param server the authorization server
   * @param resource what to name as the resource
   * @param metadata what the MCP server says about itself; null if nothing
   */
  private record Source(
      AuthorizationServerMetadata server,
      String resource,
      @Nullable ProtectedResourceMetadata metadata) {}

  /** Where the tokens in use come from. */
  private record Origin(Source source, RegisteredClient client, TokenStore.TokenKey key) {}

  private final URI server;
  private final @Nullable Grant grant;
  private final @Nullable RequestProof proof;
  private final @Nullable String issuer;
  private final @Nullable ServerFallback fallback;
  private final Function<List<String>, String> selector;
  private final UserAgent userAgent;
  private final TokenStore store;
  private final String user;
  private final Duration patience;
  private final boolean offlineAccess;
  private final SecureRandom random;
  private final Clock clock;
  private final AuthHttp http;
  private final Discovery discovery;
  private final TokenClient tokenClient;
  private final Clients clients;
  private final Map<String, Set<String>> requested = new HashMap<>();
  private volatile @Nullable Origin origin;

  Acquisition(OAuthAuthorizer.Builder builder, AuthHttp http) {
    server = builder.server;
    grant = builder.grant;
    proof = builder.proof;
    issuer = builder.issuer;
    fallback = builder.fallback;
    selector = builder.selector;
    userAgent = builder.userAgent;
    store = builder.store;
    user = builder.user;
    patience = builder.patience;
    offlineAccess = builder.offlineAccess;
    random = builder.random;
    clock = builder.clock;
    this.http = http;
    discovery = new Discovery(http);
    tokenClient = new TokenClient(http);
    clients =
        new Clients(
            builder.clients,
            builder.documented,
            builder.metadata,
            store,
            new Registrar(http),
            clock);
  }

  boolean involvesUser() {
    return grant == null || grant.involvesUser();
  }

  /** Whether nobody needs to be asked for the next tokens. */
  boolean canRenewQuietly(TokenStore.Tokens held) {
    return origin != null && (held.refreshToken() != null || !involvesUser());
  }

  /** The next tokens, from where those in use came from. */
  TokenStore.Tokens renewQuietly(TokenStore.Tokens held) throws InterruptedException {
    Origin current = origin;
    if (current == null) {
      throw new AuthorizationException("the client is signed out");
    }
    String refreshToken = held.refreshToken();
    return refreshToken == null
        ? granted(current, ofGrant(), held.requestedScopes())
        : refreshed(current, held, refreshToken);
  }

  /**
   * Other tokens than those that were refused.
   *
   * @param fromScratch whether what the store has and what it can be refreshed to is of no use
   */
  TokenStore.Tokens acquire(TokenKeeper.Need need, boolean fromScratch)
      throws InterruptedException {
    // Nothing is remembered of the servers: the MCP server may have moved to another one.
    Source source = source(need.challenge());
    if (!fromScratch && !need.moreScope()) {
      TokenStore.Tokens kept = kept(source, need.token());
      if (kept != null) {
        return kept;
      }
    }
    if (grant != null) {
      return granted(
          originAt(source, clients.at(source.server(), null)), grant, scopes(source, need));
    }
    try (UserAgent.Session session = userAgent.open()) {
      Pkce.require(source.server());
      RegisteredClient client = clients.at(source.server(), session.redirectUri());
      CodeFlow flow = new CodeFlow(session, http.policy(), patience, random);
      return granted(originAt(source, client), flow, scopes(source, need));
    }
  }

  /** Removes the tokens in use from the store. */
  void forget() {
    Origin current = origin;
    origin = null;
    if (current != null) {
      store.removeTokens(current.key());
    }
  }

  private Grant ofGrant() {
    if (grant == null) {
      throw new AuthorizationException("the user has to sign in");
    }
    return grant;
  }

  private Source source(@Nullable Challenge challenge) throws InterruptedException {
    String named = challenge == null ? null : challenge.get("resource_metadata");
    ProtectedResourceMetadata metadata = discovery.resource(server, named);
    if (metadata != null) {
      String selected = selector.apply(metadata.authorizationServers());
      if (!metadata.authorizationServers().contains(selected)) {
        throw new AuthorizationException(
            "expected one of the authorization servers %s, %s was selected"
                .formatted(metadata.authorizationServers(), selected));
      }
      return new Source(discovery.server(selected), metadata.resource(), metadata);
    }
    AuthorizationServerMetadata found =
        issuer != null
            ? discovery.server(issuer)
            : fallback == null ? null : fallback.find(server, http);
    if (found == null) {
      throw new AuthorizationException(
          "expected metadata of the protected resource of %s, found none"
              .formatted(UrlPolicy.show(server)));
    }
    return new Source(found, Discovery.canonical(server), null);
  }

  private Origin originAt(Source source, RegisteredClient client) {
    return new Origin(
        source,
        client,
        new TokenStore.TokenKey(
            source.server().issuer(), client.clientId(), source.resource(), user));
  }

  /** What the store has, refreshed if need be; null if a grant is needed. */
  private TokenStore.@Nullable Tokens kept(Source source, @Nullable String refused)
      throws InterruptedException {
    RegisteredClient client = clients.knownAt(source.server());
    if (client == null) {
      return null;
    }
    Origin from = originAt(source, client);
    TokenStore.Tokens tokens = store.tokens(from.key());
    if (tokens == null) {
      return null;
    }
    requested.putIfAbsent(source.server().issuer(), tokens.requestedScopes());
    if (!tokens.accessToken().equals(refused) && !isOver(tokens) && isUsable(tokens)) {
      origin = from;
      return tokens;
    }
    String refreshToken = tokens.refreshToken();
    if (refreshToken == null) {
      return null;
    }
    try {
      return refreshed(from, tokens, refreshToken);
    } catch (AuthorizationException e) {
      if (e.error() == null) {
        throw e;
      }
      log.debug("{} does not refresh the token: {}", source.server().issuer(), e.error());
      return null;
    }
  }

  private Set<String> scopes(Source source, TokenKeeper.Need need) {
    Set<String> before = requested.getOrDefault(source.server().issuer(), Set.of());
    Set<String> scopes = Scopes.select(need.challenge(), source.metadata(), before);
    return grant == null && offlineAccess && !scopes.isEmpty()
        ? Scopes.withOfflineAccess(scopes, source.server())
        : scopes;
  }

  private TokenStore.Tokens granted(Origin from, Grant by, Set<String> scopes)
      throws InterruptedException {
    AuthorizationServerMetadata at = from.source().server();
    log.debug("requesting a token for {} from {}", from.source().resource(), at.issuer());
    GrantContext context =
        new GrantContext(
            at, from.source().resource(), scopes, from.client().clientId(), tokenClient);
    TokenRequest.Builder request = by.tokenRequest(context);
    if (!by.involvesUser() && !scopes.isEmpty() && !request.has("scope")) {
      request.parameter("scope", String.join(" ", scopes));
    }
    requested.put(at.issuer(), scopes);
    TokenResponse response = send(from, request);
    return keep(from, response, response.refreshToken(), scopes, Pkce.token(random));
  }

  private TokenStore.Tokens refreshed(Origin from, TokenStore.Tokens old, String refreshToken)
      throws InterruptedException {
    TokenRequest.Builder request =
        TokenRequest.builder("refresh_token").parameter("refresh_token", refreshToken);
    try {
      TokenResponse response = send(from, request);
      String next = response.refreshToken() == null ? refreshToken : response.refreshToken();
      return keep(from, response, next, old.requestedScopes(), old.grantId());
    } catch (AuthorizationException e) {
      if (e.error() != null) {
        store.removeTokens(from.key());
      }
      throw e;
    }
  }

  private TokenResponse send(Origin from, TokenRequest.Builder request)
      throws InterruptedException {
    AuthorizationServerMetadata at = from.source().server();
    if (!request.has("resource")) {
      request.parameter("resource", from.source().resource());
    }
    RegisteredClient client = from.client();
    client.authenticationAt(at).authenticate(request, client.clientId(), at);
    try {
      return tokenClient.send(at, request.build(), proof);
    } catch (AuthorizationException e) {
      if ("invalid_client".equals(e.error())) {
        clients.forget(at.issuer(), client.clientId());
      }
      throw e;
    }
  }

  private TokenStore.Tokens keep(
      Origin from,
      TokenResponse response,
      @Nullable String refreshToken,
      Set<String> scopes,
      String grantId) {
    Duration expiresIn = response.expiresIn();
    TokenStore.Tokens tokens =
        new TokenStore.Tokens(
            response.accessToken(),
            response.tokenType(),
            expiresIn == null ? null : clock.instant().plus(expiresIn),
            refreshToken,
            scopes,
            grantId);
    if (!isUsable(tokens)) {
      throw new AuthorizationException(
          "expected a token of type %s from %s, found %s"
              .formatted(
                  proof == null ? "Bearer" : proof.tokenType(),
                  from.source().server().issuer(),
                  response.tokenType()));
    }
    store.saveTokens(from.key(), tokens);
    origin = from;
    return tokens;
  }

  private boolean isUsable(TokenStore.Tokens tokens) {
    boolean bearer = tokens.tokenType().equalsIgnoreCase("Bearer");
    return proof == null
        ? bearer
        : tokens.tokenType().equalsIgnoreCase(proof.tokenType())
            || (bearer && proof.acceptsBearer());
  }

  private boolean isOver(TokenStore.Tokens tokens) {
    Instant end = tokens.expiresAt();
    return end != null && !clock.instant().isBefore(end);
  }
}
