/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.MetaKeys;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.schema.HeaderValue;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.RequestHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks a request has to pass before anybody looks at what it asks for. Those of headers do
 * nothing on transports without headers.
 *
 * <p>Specification 2026-07-28: basic, _meta; basic/transports/streamable-http, Server Validation.
 */
final class Admission {
  private final List<String> supportedVersions;

  Admission(List<String> supportedVersions) {
    this.supportedVersions = List.copyOf(supportedVersions);
  }

  void requireMetadata(McpRequest<?> request) {
    RequestMeta meta = request.meta();
    if (meta.protocolVersion() != null && meta.clientCapabilities() != null) {
      return;
    }
    throw new Refusal(Faults.missingMetadata(metadataDefect(request), supportedVersions));
  }

  private String metadataDefect(McpRequest<?> request) {
    RequestMeta meta = request.meta();
    if (request.params() instanceof UnreadableParams params && meta.equals(RequestMeta.EMPTY)) {
      return params.reason();
    }
    if (!ModernClaim.isMade(meta, request.headers())) {
      return "This server speaks MCP %s, whose requests carry _meta[\"%s\"]; this one does not"
          .formatted(String.join(", ", supportedVersions), MetaKeys.PROTOCOL_VERSION);
    }
    String missing =
        meta.protocolVersion() == null ? MetaKeys.PROTOCOL_VERSION : MetaKeys.CLIENT_CAPABILITIES;
    return "The request has no _meta[\"" + missing + "\"]";
  }

  void requireVersionHeader(McpRequest<?> request) {
    RequestHeaders headers = UnmirroredHeaders.mirrored(request.headers());
    if (headers != null) {
      String body = request.meta().protocolVersion();
      requireSame(
          McpHeaders.PROTOCOL_VERSION,
          required(headers, McpHeaders.PROTOCOL_VERSION),
          body == null ? "" : body);
    }
  }

  void requireSupportedVersion(McpRequest<?> request) {
    String version = request.meta().protocolVersion();
    if (version == null || !supportedVersions.contains(version)) {
      throw new Refusal(
          Faults.unsupportedVersion(supportedVersions, version == null ? "" : version));
    }
  }

  void requireMethodHeader(McpRequest<?> request) {
    RequestHeaders headers = UnmirroredHeaders.mirrored(request.headers());
    if (headers != null) {
      requireSame(McpHeaders.METHOD, required(headers, McpHeaders.METHOD), request.method());
    }
  }

  void requireNameHeader(McpRequest<?> request, @Nullable String name) {
    RequestHeaders headers = UnmirroredHeaders.mirrored(request.headers());
    if (headers != null && name != null) {
      String value = required(headers, McpHeaders.NAME);
      if (!HeaderValue.says(value, name, headers.tabsAreSpaces())) {
        throw new Refusal(Faults.headerMismatch(mismatch(value, name)));
      }
    }
  }

  private static String mismatch(String value, String name) {
    return HeaderValue.decode(value)
        .map(decoded -> mismatch(McpHeaders.NAME, decoded, name))
        .orElseGet(
            () ->
                McpHeaders.NAME
                    + " header value '"
                    + Faults.shown(value)
                    + "' is not well encoded");
  }

  private static String required(RequestHeaders headers, String name) {
    String value = McpHeaders.single(headers, name);
    if (value == null) {
      throw new Refusal(Faults.headerMismatch(name + " header is missing"));
    }
    return value;
  }

  private static void requireSame(String name, String header, String body) {
    if (!header.equals(body)) {
      throw new Refusal(Faults.headerMismatch(mismatch(name, header, body)));
    }
  }

  private static String mismatch(String name, String header, String body) {
    return "%s header value '%s' does not match body value '%s'"
        .formatted(name, Faults.shown(header), Faults.shown(body));
  }
}
