/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A client of the Model Context Protocol, over stdio and Streamable HTTP. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.client {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.api;
  requires transitive dev.mcp4j.jsonrpc;
  requires transitive dev.mcp4j.schema;
  requires transitive java.net.http;
  requires transitive org.slf4j;
  requires transitive jdk.httpserver;
  requires static java.desktop;

  exports dev.mcp4j.client;
  exports dev.mcp4j.client.auth;
  exports dev.mcp4j.client.legacy;
  exports dev.mcp4j.client.transport;
}
