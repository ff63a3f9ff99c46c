/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.adapter;

import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.StreamableHttp;

/**
 * Serves clients of other revisions in front of the server, which knows nothing of them. Safe for
 * use by several threads.
 */
public interface RevisionAdapter extends AutoCloseable {
  /** Serves nobody else. */
  RevisionAdapter NONE =
      new RevisionAdapter() {
        @Override
        public MessageEndpoint adapt(ServerCore core, ConnectionEndpoint endpoint, Outbound out) {
          return endpoint;
        }

        @Override
        public HttpEndpoint adapt(ServerCore core, StreamableHttp endpoint, HttpOptions options) {
          return endpoint;
        }
      };

  /**
   * Stands in front of what serves a connection.
   *
   * @param core the server
   * @param endpoint serves requests of this revision
   * @param out the way to the client
   * @return serves the connection
   */
  MessageEndpoint adapt(ServerCore core, ConnectionEndpoint endpoint, Outbound out);

  /**
   * Stands in front of what serves HTTP.
   *
   * @param core the server
   * @param endpoint serves calls of this revision
   * @param options what is configured
   * @return serves every call
   */
  HttpEndpoint adapt(ServerCore core, StreamableHttp endpoint, HttpOptions options);

  /** Frees what does not belong to a transport. Idempotent. */
  @Override
  default void close() {}
}
