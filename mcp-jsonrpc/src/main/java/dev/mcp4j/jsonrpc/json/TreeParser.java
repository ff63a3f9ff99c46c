/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/** Walks a tree that exists already, and hands out its parts without copying them. */
final class TreeParser extends TreeTraversingParser {
  TreeParser(JsonNode tree) {
    super(tree);
  }

  /** Returns the node that starts at the current token, and moves on to its last token. */
  JsonNode takeNode() {
    if (currentToken().isScalarValue()) {
      return currentNode();
    }
    JsonNode node = _source.at(streamReadContext().pathAsPointer());
    skipChildren();
    return node;
  }
}
