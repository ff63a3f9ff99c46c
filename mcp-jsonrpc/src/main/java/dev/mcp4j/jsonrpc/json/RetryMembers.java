/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.MetaTypes.REQUEST_META;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.Scalars.TREE;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.RequestMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of every request that may be sent again with answers. */
final class RetryMembers {
  @Nullable Map<String, JsonNode> inputResponses;
  @Nullable String requestState;
  RequestMeta meta = RequestMeta.EMPTY;

  void read(String name, JsonInput in) {
    switch (name) {
      case "inputResponses" -> inputResponses = in.isNull() ? null : in.map(TREE);
      case "requestState" -> requestState = in.optional(STRING);
      case "_meta" -> meta = in.optional(REQUEST_META, RequestMeta.EMPTY);
      default -> in.skip();
    }
  }

  static void write(JsonOutput out, InputResponseRequestParams params) {
    Map<String, JsonNode> inputResponses = params.inputResponses();
    if (inputResponses != null) {
      out.map("inputResponses", TREE, inputResponses);
    }
    out.member("requestState", STRING, params.requestState());
    out.optional("_meta", REQUEST_META, params.meta(), RequestMeta.EMPTY);
  }
}
