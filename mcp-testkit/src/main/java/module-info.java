/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What tests of MCP servers and clients are made of. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.testkit {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.client;
  requires transitive dev.mcp4j.server;
  requires transitive org.assertj.core;
  requires static transitive net.jqwik.api;
  requires static transitive org.junit.jupiter.api;

  exports dev.mcp4j.testkit;
  exports dev.mcp4j.testkit.arbitrary;
  exports dev.mcp4j.testkit.assertion;
  exports dev.mcp4j.testkit.auth;
  exports dev.mcp4j.testkit.contract;
  exports dev.mcp4j.testkit.fault;
  exports dev.mcp4j.testkit.junit;
  exports dev.mcp4j.testkit.legacy;
  exports dev.mcp4j.testkit.manual;

  // JUnit calls the tests of a contract, which are no API.
  opens dev.mcp4j.testkit.contract;

  provides net.jqwik.api.providers.ArbitraryProvider with
      dev.mcp4j.testkit.arbitrary.McpArbitraryProvider;
}
