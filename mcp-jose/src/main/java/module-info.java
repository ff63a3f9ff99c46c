/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Signed tokens: access tokens and proofs of possession for servers, assertions for clients. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.jose {
  requires static transitive org.jspecify;
  requires static transitive dev.mcp4j.client;
  requires static transitive dev.mcp4j.server;
  requires transitive dev.mcp4j.api;
  requires com.nimbusds.jose.jwt;
  requires java.net.http;

  exports dev.mcp4j.jose;
  exports dev.mcp4j.jose.client;
  exports dev.mcp4j.jose.server;
}
