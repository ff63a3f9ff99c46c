/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.MetaKeys;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.jsonrpc.json.McpJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds to a reply what every result carries: who the server is, and for lists and resources how
 * long they may be kept.
 *
 * <p>Specification 2026-07-28: basic, _meta; server/utilities/caching.
 */
final class ResultStamp {
  private static final String META = "_meta";

  private final Implementation serverInfo;
  private final JsonNode serverInfoTree;

  ResultStamp(Implementation serverInfo) {
    this.serverInfo = serverInfo;
    this.serverInfoTree = McpJson.toTree(serverInfo);
  }

  Reply<?> on(Reply<?> reply) {
    if (reply instanceof Reply.Complete<?> complete) {
      return new Reply.Complete<>(on(complete.result()));
    }
    if (reply instanceof Reply.InputRequired<?> asks) {
      return new Reply.InputRequired<>(asks.requests(), asks.state(), on(asks.meta()));
    }
    if (reply instanceof Reply.Extended<?> extended) {
      return new Reply.Extended<>(extended.resultType(), on(extended.result()));
    }
    return reply;
  }

  private Result on(Result result) {
    Result hinted =
        result instanceof CacheableResult cacheable && cacheable.cacheHints() == null
            ? cacheable.withCacheHints(CacheHints.NONE)
            : result;
    return hinted.withMeta(on(hinted.meta()));
  }

  private ResultMeta on(ResultMeta meta) {
    return meta.serverInfo() != null ? meta : meta.toBuilder().serverInfo(serverInfo).build();
  }

  private JsonObject on(JsonObject result) {
    JsonNode meta = result.get(META);
    if (meta == null) {
      meta = JsonNodeFactory.instance.objectNode();
    }
    return meta instanceof ObjectNode members && !members.has(MetaKeys.SERVER_INFO)
        ? result.with(
            META, new JsonObject(members).with(MetaKeys.SERVER_INFO, serverInfoTree).node())
        : result;
  }
}
