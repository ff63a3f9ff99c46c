/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.transport.ClientTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors the parameters of tools into headers, on transports that have any: leaves tools with
 * invalid annotations out of lists, and looks the tools up anew when the server finds headers that
 * do not match.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Custom Headers from Tool
 * Parameters.
 */
final class ToolMirror {
  private static final int MAX_WARNINGS = 1_000;

  private static final Logger log = LoggerFactory.getLogger(ToolMirror.class);

  private final ClientTransport transport;
  private final ToolCatalog catalog;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  ToolMirror(ClientTransport transport, ToolCatalog catalog) {
    this.transport = transport;
    this.catalog = catalog;
  }

  <P extends RequestParams, R extends Result> Reply<R> run(Invocation<P, R> call, Step<P, R> next) {
    if (call.params() instanceof CallToolRequestParams params && transport.mirrorsParameters()) {
      return mirrored(call, params, next);
    }
    Reply<R> reply = next.proceed(call);
    if (reply instanceof Reply.Complete<R> complete
        && complete.result() instanceof ListToolsResult list) {
      return new Reply.Complete<>(call.method().resultType().cast(learned(list)));
    }
    return reply;
  }

  private <P extends RequestParams, R extends Result> Reply<R> mirrored(
      Invocation<P, R> call, CallToolRequestParams params, Step<P, R> next) {
    try {
      return next.proceed(with(catalog.find(params.name(), call), call, params));
    } catch (RequestFailedException e) {
      if (e.code() != ErrorCode.HEADER_MISMATCH) {
        throw e;
      }
      log.debug("looking up tool {} again: {}", params.name(), e.getMessage());
    }
    return next.proceed(with(catalog.refresh(params.name(), call), call, params));
  }

  private static <P extends RequestParams, R extends Result> Invocation<P, R> with(
      @Nullable ToolDefinition definition, Invocation<P, R> call, CallToolRequestParams params) {
    return definition == null ? call : call.withParameterHeaders(headers(definition, params));
  }

  private static Map<String, String> headers(
      ToolDefinition definition, CallToolRequestParams params) {
    if (definition.rejection() != null) {
      throw new ProtocolException(
          "tool %s cannot be called over HTTP, its input schema is invalid: %s"
              .formatted(params.name(), definition.rejection()),
          null);
    }
    return definition.headers(params.arguments() == null ? null : params.arguments().node());
  }

  private ListToolsResult learned(ListToolsResult list) {
    List<Tool> usable = new ArrayList<>(list.tools().size());
    for (Tool tool : list.tools()) {
      ToolDefinition definition = catalog.learn(tool);
      if (transport.mirrorsParameters() && definition.rejection() != null) {
        warn(definition);
      } else {
        usable.add(tool);
      }
    }
    return usable.size() == list.tools().size()
        ? list
        : new ListToolsResult(usable, list.nextCursor(), list.cacheHints(), list.meta());
  }

  private void warn(ToolDefinition rejected) {
    String name = rejected.tool().name();
    if (warned.size() < MAX_WARNINGS && warned.add(name + "\n" + rejected.rejection())) {
      log.warn("tool {} is left out, its input schema is invalid: {}", name, rejected.rejection());
    }
  }
}
