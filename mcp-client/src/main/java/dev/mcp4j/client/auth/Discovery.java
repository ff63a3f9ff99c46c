/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the metadata of MCP servers and of authorization servers.
 *
 * <p>Specification 2026-07-28: basic/authorization/authorization-server-discovery.
 */
final class Discovery {
  private static final String RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private final MetadataSource http;

  Discovery(MetadataSource http) {
    this.http = http;
  }

  /**
   * The metadata of an MCP server.
   *
   * @param named where the server says it is; null to look at the well-known places
   * @return the metadata, or null if there is none at the well-known places
   */
  @Nullable ProtectedResourceMetadata resource(URI server, @Nullable String named)
      throws InterruptedException {
    for (URI url : named == null ? resourceUrls(server) : List.of(absolute(named))) {
      JsonObject document = http.get(url);
      if (document != null) {
        return resource(server, url, document);
      }
    }
    if (named != null) {
      throw new AuthorizationException(
          "expected metadata of the protected resource at %s, found none"
              .formatted(UrlPolicy.show(absolute(named))));
    }
    return null;
  }

  static List<URI> resourceUrls(URI server) {
    String path = withoutSlash(server.getRawPath());
    List<URI> urls = new ArrayList<>();
    if (!path.isEmpty()) {
      urls.add(server.resolve(RESOURCE + path));
    }
    urls.add(server.resolve(RESOURCE));
    return urls;
  }

  /** The metadata of an authorization server, which names exactly the issuer asked for. */
  AuthorizationServerMetadata server(String issuer) throws InterruptedException {
    for (URI url : serverUrls(issuer)) {
      JsonObject document = http.get(url);
      if (document == null) {
        continue;
      }
      String named = Members.string(document, "issuer");
      // No normalization of any kind: RFC 8414, section 3.3.
      if (!issuer.equals(named)) {
        throw new AuthorizationException(
            "expected issuer %s in the metadata at %s, found %s"
                .formatted(issuer, UrlPolicy.show(url), named));
      }
      return new AuthorizationServerMetadata(issuer, document);
    }
    throw new AuthorizationException(
        "expected metadata of the authorization server %s, found none".formatted(issuer));
  }

  static List<URI> serverUrls(String issuer) {
    URI uri = absolute(issuer);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new AuthorizationException(
          "expected an issuer without query and fragment, was " + UrlPolicy.show(uri));
    }
    String path = withoutSlash(uri.getRawPath());
    return path.isEmpty()
        ? List.of(uri.resolve(OAUTH), uri.resolve(OPENID))
        : List.of(
            uri.resolve(OAUTH + path), uri.resolve(OPENID + path), uri.resolve(path + OPENID));
  }

  private static ProtectedResourceMetadata resource(URI server, URI url, JsonObject document) {
    String resource = Members.string(document, "resource");
    if (resource == null || !covers(resource, server)) {
      throw new AuthorizationException(
          "expected the metadata at %s to be about %s, was about %s"
              .formatted(UrlPolicy.show(url), UrlPolicy.show(server), resource));
    }
    List<String> servers = Members.strings(document, "authorization_servers");
    if (servers == null || servers.isEmpty()) {
      throw new AuthorizationException(
          "expected at least one of authorization_servers at %s, found none"
              .formatted(UrlPolicy.show(url)));
    }
    return new ProtectedResourceMetadata(resource, servers, document);
  }

  /**
   * Whether a resource identifier is that of a server: its origin, and its path or one above it.
   */
  static boolean covers(String resource, URI server) {
    URI uri;
    try {
      uri = URI.create(resource);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (uri.getHost() == null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null
        || (uri.getRawQuery() != null && !uri.getRawQuery().equals(server.getRawQuery()))
        || !UrlPolicy.origin(uri).equals(UrlPolicy.origin(server))) {
      return false;
    }
    String above = withoutSlash(uri.getRawPath());
    String path = withoutSlash(server.getRawPath());
    return !hasDots(above) && (path.equals(above) || path.startsWith(above + "/"));
  }

  /** The identifier of a server that has no metadata. */
  static String canonical(URI server) {
    String host = server.getHost().toLowerCase(Locale.ROOT);
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return server.getScheme().toLowerCase(Locale.ROOT)
        + "://"
        + host
        + port
        + withoutSlash(server.getRawPath());
  }

  private static boolean hasDots(String path) {
    return List.of(path.split("/", -1)).contains("..")
        || List.of(path.split("/", -1)).contains(".");
  }

  private static String withoutSlash(@Nullable String path) {
    String kept = path == null ? "" : path;
    return kept.endsWith("/") ? kept.substring(0, kept.length() - 1) : kept;
  }

  private static URI absolute(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like every other text that is no absolute URL.
    }
    throw new AuthorizationException("expected an absolute URL, the server named another text");
  }
}
