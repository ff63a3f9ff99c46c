/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets of scopes. They keep their order, which has no meaning but is easier to read in tests. */
final class Scopes {
  private static final String OFFLINE_ACCESS = "offline_access";

  private Scopes() {}

  static Set<String> copy(Collection<String> scopes) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
  }

  /** Splits the value of a {@code scope} parameter. */
  static Set<String> parse(String scope) {
    Set<String> scopes = new LinkedHashSet<>(Arrays.asList(scope.strip().split(" +")));
    scopes.remove("");
    return Collections.unmodifiableSet(scopes);
  }

  static Set<String> union(Collection<String> first, Collection<String> second) {
    Set<String> union = new LinkedHashSet<>(first);
    union.addAll(second);
    return Collections.unmodifiableSet(union);
  }

  /**
   * What to request: what the challenge names, else what the server says it needs, else nothing;
   * together with what was requested before.
   */
  static Set<String> select(
      @Nullable Challenge challenge,
      @Nullable ProtectedResourceMetadata resource,
      Collection<String> requestedBefore) {
    String challenged = challenge == null ? null : challenge.get("scope");
    if (challenged != null && !parse(challenged).isEmpty()) {
      return union(requestedBefore, parse(challenged));
    }
    if (!requestedBefore.isEmpty()) {
      return copy(requestedBefore);
    }
    List<String> supported = resource == null ? null : resource.scopesSupported();
    return supported == null ? Set.of() : copy(supported);
  }

  /** Asks for a refresh token where the authorization server offers that as a scope. */
  static Set<String> withOfflineAccess(Set<String> scopes, AuthorizationServerMetadata server) {
    List<String> supported = server.strings("scopes_supported");
    return supported != null && supported.contains(OFFLINE_ACCESS)
        ? union(scopes, List.of(OFFLINE_ACCESS))
        : scopes;
  }
}
