/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Judges what comes back for {@code server/discover}.
 *
 * <p>Specification 2026-07-28: basic/versioning, basic/transports/stdio and
 * basic/transports/streamable-http, Backward Compatibility.
 */
final class Evidence {
  private static final Set<Integer> MODERN_CODES =
      Set.of(
          ErrorCode.HEADER_MISMATCH,
          ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY,
          ErrorCode.UNSUPPORTED_PROTOCOL_VERSION);

  /** Refusals of the caller or of the moment, whoever the server is. */
  private static final Set<Integer> PERSONAL = Set.of(401, 403, 407, 408, 425, 429);

  private Evidence() {}

  /**
   * Judges a response.
   *
   * @param status the status of HTTP it came with; 200 where there is none
   */
  static Verdict of(JsonRpcResponse response, int status) {
    if (response instanceof JsonRpcFailure failure) {
      Verdict verdict = of(failure.error());
      boolean says = verdict == Verdict.MODERN || status / 100 == 2 || isRefusal(status);
      return says ? verdict : Verdict.NONE;
    }
    Payload payload = ((JsonRpcResult) response).result();
    return payload instanceof Payload.Typed typed
            && typed.value() instanceof Reply.Complete<?> complete
            && complete.result() instanceof DiscoverResult discovered
        ? of(discovered.supportedVersions())
        // Only a server of this revision tells results apart by their type.
        : Verdict.MODERN;
  }

  /** Judges how a request has failed without a response that could be read. */
  static Verdict of(McpClientException failure) {
    boolean refused =
        failure instanceof HttpStatusException answer
            ? isRefusal(answer.status())
            : failure instanceof ProtocolException;
    return refused ? Verdict.LEGACY : Verdict.NONE;
  }

  static Verdict of(JsonRpcError error) {
    if (!MODERN_CODES.contains(error.code())) {
      return Verdict.LEGACY;
    }
    JsonNode supported = error.data() == null ? null : error.data().get("supported");
    return supported == null ? Verdict.MODERN : of(strings(supported));
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500 && !PERSONAL.contains(status);
  }

  /** A server that names older revisions only wants to be spoken to in one of them. */
  private static Verdict of(Collection<String> supported) {
    boolean onlyOlder =
        !supported.isEmpty()
            && ProtocolVersion.MODERN.stream().noneMatch(supported::contains)
            && ProtocolVersion.LEGACY.stream().anyMatch(supported::contains);
    return onlyOlder ? Verdict.LEGACY : Verdict.MODERN;
  }

  private static List<String> strings(JsonNode names) {
    return names.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }
}
