/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The protocol as values: records, sealed unions, methods and error codes. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.api {
  requires static transitive org.jspecify;
  requires transitive tools.jackson.databind;

  exports dev.mcp4j.api;
  exports dev.mcp4j.api.completion;
  exports dev.mcp4j.api.content;
  exports dev.mcp4j.api.discovery;
  exports dev.mcp4j.api.elicitation;
  exports dev.mcp4j.api.extension;
  exports dev.mcp4j.api.input;
  exports dev.mcp4j.api.legacy;
  exports dev.mcp4j.api.notification;
  exports dev.mcp4j.api.prompt;
  exports dev.mcp4j.api.resource;
  exports dev.mcp4j.api.roots;
  exports dev.mcp4j.api.sampling;
  exports dev.mcp4j.api.subscription;
  exports dev.mcp4j.api.task;
  exports dev.mcp4j.api.tool;
}
