/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.net.http.HttpRequest;

/**
 * Changes an HTTP request before it is sent, for example by adding an {@code Authorization} header.
 */
@FunctionalInterface
public interface HttpRequestCustomizer {
  /**
   * Changes a request. Called on the thread of the caller, once for each POST. The headers of the
   * protocol are set afterwards and cannot be replaced.
   *
   * @param request the request to be; address, body and version of HTTP are set already
   * @param message what it carries
   */
  void customize(HttpRequest.Builder request, JsonRpcMessage message);
}
