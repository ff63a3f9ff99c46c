/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON-RPC messages, the codec of the protocol types, and framing. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.jsonrpc {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.api;
  requires transitive tools.jackson.databind;

  exports dev.mcp4j.jsonrpc;
  exports dev.mcp4j.jsonrpc.framing;
  exports dev.mcp4j.jsonrpc.json;
  exports dev.mcp4j.jsonrpc.legacy;
  exports dev.mcp4j.jsonrpc.task;
}
