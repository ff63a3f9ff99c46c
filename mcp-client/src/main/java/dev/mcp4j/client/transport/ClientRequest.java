/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way out, with what a transport may want to say about it in its envelope.
 *
 * @param message the message; its parameters are typed
 * @param resultType what a complete result is read as; {@link Result} itself to leave it bytes
 * @param protocolVersion the revision the message is written in
 * @param name what the request is about: the name of the tool or prompt, or the URI of the
 *     resource; null if nothing of the kind
 * @param parameterHeaders the encoded values of mirrored tool parameters by the full name of their
 *     header; empty unless the transport {@linkplain ClientTransport#mirrorsParameters() asks for
 *     it}
 */
public record ClientRequest(
    JsonRpcRequest message,
    Class<? extends Result> resultType,
    String protocolVersion,
    @Nullable String name,
    Map<String, String> parameterHeaders) {
  /**
   * Checks and copies the components.
   *
   * @param message not null
   * @param resultType not null
   * @param protocolVersion not null
   * @param name may be null
   * @param parameterHeaders copied; no null elements
   */
  public ClientRequest {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(resultType, "resultType");
    Objects.requireNonNull(protocolVersion, "protocolVersion");
    parameterHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(parameterHeaders));
  }
}
