/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Changes an HTTP request before it is sent, for example by adding an {@code Authorization} header.
 */
@FunctionalInterface
public interface HttpRequestCustomizer {
  /**
   * Changes a request. Called once for each, on the thread that sends it. The headers of the
   * protocol are set afterwards and cannot be replaced.
   *
   * @param request the request to be; address, body and version of HTTP are set already
   * @param message what it carries; null for a GET or DELETE, which only older revisions have
   */
  void customize(HttpRequest.Builder request, @Nullable JsonRpcMessage message);
}
