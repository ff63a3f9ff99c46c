/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.HttpDocument;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.wire.HttpHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a protected server says about itself: where clients look for it, and how it is read.
 *
 * <p>RFC 9728.
 */
public final class ResourceMetadata {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ResourceMetadata() {}

  /**
   * Returns the well-known places of the metadata.
   *
   * @param endpoint the server
   * @return that of its path, and that of its host
   */
  public static List<URI> wellKnown(URI endpoint) {
    String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    String path = endpoint.getRawPath();
    List<URI> places = new ArrayList<>();
    if (!path.isEmpty() && !path.equals("/")) {
      places.add(URI.create(origin + WELL_KNOWN + path));
    }
    places.add(URI.create(origin + WELL_KNOWN));
    return places;
  }

  /**
   * Returns where a challenge says that the metadata is.
   *
   * @param head the head of a refusal
   * @return the text of the parameter, empty if no challenge has it
   */
  public static Optional<String> named(HttpHead head) {
    return Challenge.forTokens(head).stream()
        .flatMap(challenge -> challenge.param("resource_metadata").stream())
        .findFirst();
  }

  /**
   * Looks for the metadata as a client does: where the challenge says, or else in the well-known
   * places.
   *
   * @param server the server
   * @param refusal the head of a refusal
   * @return the document, or a missing node
   */
  public static JsonNode find(HttpServer server, HttpHead refusal) {
    List<URI> places =
        named(refusal).flatMap(ResourceMetadata::uri).map(List::of).orElse(wellKnown(server.uri()));
    return places.stream()
        .map(server::fetch)
        .map(HttpDocument::object)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(Json.NODES.missingNode());
  }

  /**
   * Reads an address.
   *
   * @param text the text
   * @return the address, empty if it is not one of HTTP with a host
   */
  public static Optional<URI> uri(String text) {
    try {
      URI uri = URI.create(text);
      boolean http = Set.of("http", "https").contains(lower(String.valueOf(uri.getScheme())));
      return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells whether nobody on the way can read what is sent to an address.
   *
   * @param uri the address
   * @return true for {@code https}, and on this machine
   */
  public static boolean isSafe(URI uri) {
    return lower(uri.getScheme()).equals("https") || LOOPBACK.contains(lower(uri.getHost()));
  }

  /**
   * Tells whether a resource is the server, or contains it.
   *
   * @param resource the identifier of the resource
   * @param endpoint the server
   * @return true if scheme, host and port are the same, and the path is the same or one above
   */
  public static boolean covers(URI resource, URI endpoint) {
    String above = resource.getRawPath().replaceFirst("/$", "");
    String path = endpoint.getRawPath();
    return lower(resource.getScheme()).equals(lower(endpoint.getScheme()))
        && host(resource).equals(host(endpoint))
        && port(resource) == port(endpoint)
        && resource.getRawFragment() == null
        && (path.equals(above) || path.startsWith(above + "/") || above.isEmpty());
  }

  /**
   * Reads a list of scopes.
   *
   * @param metadata the document
   * @return what it lists as supported
   */
  public static Set<String> scopes(JsonNode metadata) {
    Set<String> scopes = new TreeSet<>();
    metadata.path("scopes_supported").forEach(scope -> scopes.add(scope.stringValue("")));
    scopes.remove("");
    return scopes;
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : lower(uri.getScheme()).equals("https") ? 443 : 80;
  }

  /** All names of this machine are the same to those who test it. */
  private static String host(URI uri) {
    String host = lower(uri.getHost());
    return LOOPBACK.contains(host) ? "localhost" : host;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
