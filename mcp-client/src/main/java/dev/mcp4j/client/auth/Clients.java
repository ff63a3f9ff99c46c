/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out as what the client goes to an authorization server: as one that is registered there, by
 * a document, or by registering now.
 *
 * <p>Specification 2026-07-28: basic/authorization/client-registration.
 */
final class Clients {
  private final List<RegisteredClient> registered;
  private final @Nullable RegisteredClient documented;
  private final @Nullable ClientMetadata metadata;
  private final TokenStore store;
  private final Registrar registrar;
  private final Clock clock;

  /** Which server the credentials without an issuer went to. */
  private @Nullable String firstIssuer;

  Clients(
      List<RegisteredClient> registered,
      @Nullable RegisteredClient documented,
      @Nullable ClientMetadata metadata,
      TokenStore store,
      Registrar registrar,
      Clock clock) {
    this.registered = List.copyOf(registered);
    this.documented = documented;
    this.metadata = metadata;
    this.store = store;
    this.registrar = registrar;
    this.clock = clock;
  }

  /**
   * The client at a server. Called by one thread at a time.
   *
   * @param redirectUri what to register; null if there is no user to be redirected
   */
  RegisteredClient at(AuthorizationServerMetadata server, @Nullable String redirectUri)
      throws InterruptedException {
    RegisteredClient known = registeredAt(server.issuer());
    if (known != null) {
      return known;
    }
    if (documented != null && server.isTrue("client_id_metadata_document_supported")) {
      return documented;
    }
    if (metadata != null && redirectUri != null && Registrar.isPossible(server)) {
      return dynamicAt(server, metadata, redirectUri);
    }
    throw new AuthorizationException(reasonFor(server));
  }

  /** Whether tokens of an earlier run can belong to the client, which is then not registered. */
  @Nullable RegisteredClient knownAt(AuthorizationServerMetadata server) {
    RegisteredClient known = registeredAt(server.issuer());
    if (known != null) {
      return known;
    }
    if (documented != null && server.isTrue("client_id_metadata_document_supported")) {
      return documented;
    }
    TokenStore.Registration earlier = metadata == null ? null : valid(server.issuer());
    return earlier == null ? null : Registrar.client(server.issuer(), earlier);
  }

  /** Forgets a registration that the server does not know any more. */
  void forget(String issuer, String clientId) {
    TokenStore.Registration registration = store.registration(issuer);
    if (registration != null && registration.clientId().equals(clientId)) {
      store.removeRegistration(issuer);
    }
  }

  private @Nullable RegisteredClient registeredAt(String issuer) {
    for (RegisteredClient client : registered) {
      if (issuer.equals(client.issuer())) {
        return client;
      }
    }
    for (RegisteredClient client : registered) {
      if (client.issuer() != null) {
        continue;
      }
      if (client.clientId().isEmpty()) {
        return client;
      }
      if (firstIssuer == null) {
        firstIssuer = issuer;
      }
      if (firstIssuer.equals(issuer)) {
        return client;
      }
    }
    return null;
  }

  private RegisteredClient dynamicAt(
      AuthorizationServerMetadata server, ClientMetadata own, String redirectUri)
      throws InterruptedException {
    String issuer = server.issuer();
    TokenStore.Registration registration = valid(issuer);
    if (registration == null || !isFor(registration, redirectUri)) {
      registration = registrar.register(server, own, redirectUri);
      store.saveRegistration(issuer, registration);
    }
    return Registrar.client(issuer, registration);
  }

  private TokenStore.@Nullable Registration valid(String issuer) {
    TokenStore.Registration registration = store.registration(issuer);
    return registration == null
            || (registration.secretExpiresAt() != null
                && !clock.instant().isBefore(registration.secretExpiresAt()))
        ? null
        : registration;
  }

  /**
   * On the loopback interface every port is as good as the registered one: RFC 8252, section 7.3.
   */
  private static boolean isFor(TokenStore.Registration registration, String redirectUri) {
    return registration.redirectUris().stream()
        .anyMatch(
            uri -> uri.equals(redirectUri) || withoutPort(uri).equals(withoutPort(redirectUri)));
  }

  private static String withoutPort(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      String host = uri.getHost();
      boolean anyPort =
          host != null && HostAddress.literal(host) != null && HostAddress.isLoopbackName(host);
      return anyPort ? uri.getScheme() + "://" + host + uri.getRawPath() : redirectUri;
    } catch (IllegalArgumentException | java.net.UnknownHostException e) {
      return redirectUri;
    }
  }

  private String reasonFor(AuthorizationServerMetadata server) {
    List<String> others = new ArrayList<>();
    for (RegisteredClient client : registered) {
      others.add(client.issuer() == null ? Objects.requireNonNull(firstIssuer) : client.issuer());
    }
    return others.isEmpty()
        ? "expected a way to get a client id at %s: it knows none of the ways configured"
            .formatted(server.issuer())
        : "expected credentials for %s, those configured are for %s"
            .formatted(server.issuer(), others);
  }
}
