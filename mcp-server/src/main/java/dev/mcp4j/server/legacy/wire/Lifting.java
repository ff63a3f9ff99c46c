/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import org.jspecify.annotations.Nullable;

/** Gives requests the metadata that the newest revision has in each of them. */
public final class Lifting {
  private Lifting() {}

  /**
   * Gives a request the metadata.
   *
   * @param request the request, with typed parameters
   * @param facts what its client said before
   * @param level the least severe log message the client wants; null for none at all
   * @return the request of the newest revision
   * @throws IllegalArgumentException if the parameters are not typed
   */
  public static JsonRpcRequest lift(
      JsonRpcRequest request, ClientFacts facts, @Nullable LoggingLevel level) {
    RequestParams params = paramsOf(request);
    return new JsonRpcRequest(
        request.id(),
        request.method(),
        Payload.of(params.withMeta(lift(params.meta(), facts, level))));
  }

  static RequestMeta lift(RequestMeta meta, ClientFacts facts, @Nullable LoggingLevel level) {
    return meta.toBuilder()
        .protocolVersion(ProtocolVersion.MODERN.get(0))
        .clientInfo(facts.clientInfo())
        .clientCapabilities(facts.raisedCapabilities())
        .logLevel(level)
        .build();
  }

  /**
   * Returns the parameters of a request.
   *
   * @param request the request
   * @return its parameters
   * @throws IllegalArgumentException if they are not typed
   */
  public static RequestParams paramsOf(JsonRpcRequest request) {
    if (request.params() instanceof Payload.Typed typed
        && typed.value() instanceof RequestParams params) {
      return params;
    }
    throw new IllegalArgumentException("expected typed parameters but got " + request.params());
  }
}
