/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.auth.ProofVerifier;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.transport.HttpCall;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document that leads clients to the authorization servers. It is at the well-known address of
 * the endpoint and at that of the host.
 *
 * <p>Specification 2026-07-28: basic/authorization/authorization-server-discovery; RFC 9728.
 */
final class ResourceMetadata {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "Cache-Control", "public, max-age=300");
  private static final byte[] NOTHING = {};

  private final byte[] document;
  private final String url;
  private final Set<String> paths;

  /**
   * Makes the document.
   *
   * @param server what it describes
   * @param path the path of the endpoint, which may differ from that in its URL behind a proxy
   */
  ResourceMetadata(ResourceServer server, String path) {
    URI resource = URI.create(server.resource());
    String own = WELL_KNOWN + suffix(resource.getRawPath());
    this.document = McpJson.write(documentOf(server));
    this.url = origin(resource) + own;
    this.paths = new HashSet<>(List.of(own, WELL_KNOWN + suffix(path), WELL_KNOWN));
  }

  private static String suffix(String path) {
    return path.equals("/") ? "" : path;
  }

  static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static ObjectNode documentOf(ResourceServer server) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("resource", server.resource());
    server.authorizationServers().forEach(json.putArray("authorization_servers")::add);
    if (!server.supportedScopes().isEmpty()) {
      server.supportedScopes().forEach(json.putArray("scopes_supported")::add);
    }
    json.putArray("bearer_methods_supported").add("header");
    if (server.name() != null) {
      json.put("resource_name", server.name());
    }
    if (server.documentation() != null) {
      json.put("resource_documentation", server.documentation());
    }
    ProofVerifier proofs = server.proofs();
    if (proofs != null) {
      List.of(proofs.algorithms().split(" "))
          .forEach(json.putArray("dpop_signing_alg_values_supported")::add);
      json.put("dpop_bound_access_tokens_required", server.proofRequired());
    }
    return json;
  }

  /** Returns where clients find it. */
  String url() {
    return url;
  }

  boolean isAt(String path) {
    return paths.contains(path);
  }

  void serve(HttpCall call) {
    if (call.method().equals("GET")) {
      call.reply(200, HEADERS, document);
    } else {
      call.reply(405, Map.of("Allow", "GET, OPTIONS"), NOTHING);
    }
  }
}
