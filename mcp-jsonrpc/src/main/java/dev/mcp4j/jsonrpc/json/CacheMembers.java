/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.CACHE_SCOPE;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.LONG;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.ResultMeta;
import org.jspecify.annotations.Nullable;

/** The members that every cacheable result has. */
final class CacheMembers {
  ResultMeta meta = ResultMeta.EMPTY;
  private @Nullable Long ttlMs;
  private @Nullable String scope;

  void read(String name, JsonInput in) {
    switch (name) {
      case "ttlMs" -> ttlMs = in.optional(LONG);
      case "cacheScope" -> scope = in.optional(STRING);
      case "_meta" -> meta = in.optional(RESULT_META, ResultMeta.EMPTY);
      default -> in.skip();
    }
  }

  /** One hint stands for both; an unknown scope is the narrowest. */
  @Nullable CacheHints cacheHints() {
    if (ttlMs == null && scope == null) {
      return null;
    }
    boolean shared = CacheScope.PUBLIC.wireName().equals(scope);
    return new CacheHints(
        ttlMs == null ? 0 : ttlMs, shared ? CacheScope.PUBLIC : CacheScope.PRIVATE);
  }

  static void write(JsonOutput out, CacheableResult result) {
    CacheHints hints = result.cacheHints();
    if (hints != null) {
      out.member("ttlMs", LONG, hints.ttlMs());
      out.member("cacheScope", CACHE_SCOPE, hints.scope());
    }
    out.optional("_meta", RESULT_META, result.meta(), ResultMeta.EMPTY);
  }
}
