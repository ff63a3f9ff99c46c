/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** An MCP server: a function from request to reply, and the transports that carry it. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.server {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.api;
  requires transitive dev.mcp4j.jsonrpc;
  requires transitive dev.mcp4j.schema;
  requires org.slf4j;
  requires java.net.http;
  requires jdk.httpserver;

  exports dev.mcp4j.server;
  exports dev.mcp4j.server.auth;
  exports dev.mcp4j.server.event;
  exports dev.mcp4j.server.extension;
  exports dev.mcp4j.server.legacy;
  exports dev.mcp4j.server.task;
  exports dev.mcp4j.server.transport;
}
