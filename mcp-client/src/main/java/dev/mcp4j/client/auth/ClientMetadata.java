/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the client tells authorization servers about itself, by registration or by a document.
 *
 * <p>Specification: RFC 7591, and OpenID Connect Dynamic Client Registration 1.0.
 *
 * @param clientName shown to users
 * @param applicationType where the client runs
 * @param clientUri a page about the client; null for none
 * @param logoUri its logo; null for none
 * @param redirectUris what is registered; for a registration by request, empty to register the one
 *     that is used
 */
public record ClientMetadata(
    String clientName,
    ApplicationType applicationType,
    @Nullable String clientUri,
    @Nullable String logoUri,
    List<String> redirectUris) {
  /** Where a client runs, which decides what it may have as redirect URI. */
  public enum ApplicationType {
    /** On the device of the user, with a redirect to the loopback interface or to an app. */
    NATIVE("native"),
    /** On a server, with a redirect to {@code https}. */
    WEB("web");

    private final String wireName;

    ApplicationType(String wireName) {
      this.wireName = wireName;
    }

    /**
     * Returns the value of {@code application_type}.
     *
     * @return the name in the protocol
     */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * Checks and copies the components.
   *
   * @param clientName not null
   * @param applicationType not null
   * @param clientUri can be null
   * @param logoUri can be null
   * @param redirectUris not null
   */
  public ClientMetadata {
    Objects.requireNonNull(clientName, "clientName");
    Objects.requireNonNull(applicationType, "applicationType");
    redirectUris = List.copyOf(redirectUris);
  }

  /**
   * Makes the metadata of a client on the device of its user.
   *
   * @param clientName shown to users
   * @return the metadata, without redirect URIs
   */
  public static ClientMetadata ofNative(String clientName) {
    return new ClientMetadata(clientName, ApplicationType.NATIVE, null, null, List.of());
  }

  /**
   * Makes the metadata of a client on a server.
   *
   * @param clientName shown to users
   * @param redirectUris where users come back to
   * @return the metadata
   */
  public static ClientMetadata ofWeb(String clientName, String... redirectUris) {
    return new ClientMetadata(clientName, ApplicationType.WEB, null, null, List.of(redirectUris));
  }

  /**
   * Makes a copy with other redirect URIs.
   *
   * @param uris what is registered
   * @return the copy
   */
  public ClientMetadata withRedirectUris(String... uris) {
    return new ClientMetadata(clientName, applicationType, clientUri, logoUri, List.of(uris));
  }

  /** The document, for a client that authenticates in the given way. */
  JsonObject toJson(String authenticationMethod) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("client_name", clientName);
    json.put("application_type", applicationType.wireName());
    if (clientUri != null) {
      json.put("client_uri", clientUri);
    }
    if (logoUri != null) {
      json.put("logo_uri", logoUri);
    }
    ArrayNode uris = json.putArray("redirect_uris");
    redirectUris.forEach(uris::add);
    json.putArray("grant_types").add("authorization_code").add("refresh_token");
    json.putArray("response_types").add("code");
    json.put("token_endpoint_auth_method", authenticationMethod);
    return new JsonObject(json);
  }
}
