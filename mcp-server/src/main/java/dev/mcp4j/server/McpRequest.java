/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server sees it, whatever transport brought it.
 *
 * <p>Specification 2026-07-28: basic, Requests.
 *
 * @param method the name of the method
 * @param params the parameters
 * @param caller who asks
 * @param headers the HTTP headers; null on transports without headers
 * @param cancellation tells when nobody waits for the reply any more
 * @param <P> the type of the parameters
 */
public record McpRequest<P extends RequestParams>(
    String method,
    P params,
    Caller caller,
    @Nullable RequestHeaders headers,
    Cancellation cancellation) {
  /**
   * Checks the components.
   *
   * @param method not null
   * @param params not null
   * @param caller not null
   * @param headers may be null
   * @param cancellation not null
   */
  public McpRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(params, "params");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(cancellation, "cancellation");
  }

  /**
   * Returns the metadata of the parameters.
   *
   * @return the metadata, {@link RequestMeta#EMPTY} if there was none
   */
  public RequestMeta meta() {
    return params.meta();
  }

  /**
   * Returns what the client says about itself.
   *
   * @return the client
   */
  public ClientProfile client() {
    ClientCapabilities capabilities = meta().clientCapabilities();
    return new ClientProfile(
        meta().clientInfo(), capabilities == null ? ClientCapabilities.NONE : capabilities);
  }

  /**
   * Makes a copy with other parameters.
   *
   * @param params the parameters of the copy
   * @param <Q> their type
   * @return the copy
   */
  public <Q extends RequestParams> McpRequest<Q> withParams(Q params) {
    return new McpRequest<>(method, params, caller, headers, cancellation);
  }

  /**
   * Makes a copy with another caller, as an interceptor does that finds out who asks.
   *
   * @param caller the caller of the copy
   * @return the copy
   */
  public McpRequest<P> withCaller(Caller caller) {
    return new McpRequest<>(method, params, caller, headers, cancellation);
  }
}
