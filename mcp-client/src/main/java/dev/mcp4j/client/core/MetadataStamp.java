/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.client.ClientExtension;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call a request: gives it an id of its own and the metadata every request carries.
 *
 * <p>Specification 2026-07-28: basic, Per-request protocol fields.
 */
final class MetadataStamp {
  private final LongSupplier ids;
  private final Implementation clientInfo;
  private final ClientCapabilities capabilities;
  private final Supplier<TraceContext> traceContext;
  private final List<ClientExtension> clientExtensions;

  MetadataStamp(
      LongSupplier ids,
      Implementation clientInfo,
      ClientCapabilities capabilities,
      Supplier<TraceContext> traceContext,
      List<ClientExtension> clientExtensions) {
    this.ids = ids;
    this.clientInfo = clientInfo;
    this.capabilities = capabilities;
    this.traceContext = traceContext;
    this.clientExtensions = clientExtensions;
  }

  <P extends RequestParams, R extends Result> ClientRequest run(Invocation<P, R> call) {
    RequestId id = RequestId.of(ids.getAsLong());
    RequestMeta given = call.params().meta();
    RequestMeta meta =
        given.toBuilder()
            .protocolVersion(call.protocolVersion())
            .clientInfo(clientInfo)
            .clientCapabilities(capabilities)
            .logLevel(call.settings().logLevel())
            .progressToken(call.settings().wantsProgress() ? progressToken(id) : null)
            .traceContext(
                given.traceContext().equals(TraceContext.NONE)
                    ? traceContext.get()
                    : given.traceContext())
            .build();
    JsonRpcRequest message =
        new JsonRpcRequest(id, call.method().name(), Payload.of(call.params().withMeta(meta)));
    return new ClientRequest(
        message,
        call.method().resultType(),
        call.protocolVersion(),
        name(call.method().name(), call.params()),
        call.parameterHeaders());
  }

  /** The token under which the server reports progress of the request that has an id made here. */
  static ProgressToken progressToken(RequestId id) {
    return ProgressToken.of(id.longValue());
  }

  private @Nullable String name(String method, RequestParams params) {
    if (params instanceof ExtensionParams extension) {
      return clientExtensions.stream()
          .map(known -> known.routingName(method, extension))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    if (params instanceof CallToolRequestParams tool) {
      return tool.name();
    }
    if (params instanceof ReadResourceRequestParams resource) {
      return resource.uri();
    }
    return params instanceof GetPromptRequestParams prompt ? prompt.name() : null;
  }
}
