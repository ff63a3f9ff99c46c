/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Contents carry what their type needs, wherever in a result they are. */
final class Contents {
  private static final Pattern MIME_TYPE =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+(\\s*;.*)?");

  private Contents() {}

  static void look(Trial trial, JsonNode result) {
    result.path("content").forEach(block -> block(trial, block));
    result.path("messages").forEach(message -> block(trial, message.path("content")));
    result.path("contents").forEach(contents -> blob(trial, contents));
    result.path("resources").forEach(resource -> uri(trial, resource));
    result.path("contents").forEach(contents -> uri(trial, contents));
  }

  private static void block(Trial trial, JsonNode block) {
    switch (block.path("type").stringValue("")) {
      case "image" -> binary(trial, "content.image-base64", block);
      case "audio" -> binary(trial, "content.audio-base64", block);
      case "resource" -> embedded(trial, block.path("resource"));
      case "resource_link" -> uri(trial, block);
      default -> {
        // nothing more is demanded of it
      }
    }
  }

  private static void binary(Trial trial, String requirement, JsonNode block) {
    boolean sound =
        isBase64(block.path("data")) && isMimeType(block.path("mimeType").stringValue(""));
    trial.observe(requirement, sound, "Base64 data and a MIME type", Json.brief(block));
  }

  private static void embedded(Trial trial, JsonNode resource) {
    boolean content = resource.path("text").isString() || isBase64(resource.path("blob"));
    boolean sound =
        isUri(resource.path("uri").stringValue(""))
            && isMimeType(resource.path("mimeType").stringValue(""))
            && content;
    trial.observe(
        "content.embedded-resource",
        sound,
        "a URI, a MIME type, and text or Base64 data",
        Json.brief(resource));
  }

  private static void blob(Trial trial, JsonNode contents) {
    if (contents instanceof ObjectNode && contents.has("blob")) {
      trial.observe(
          "resource.binary-encoded",
          isBase64(contents.path("blob")),
          "Base64 data",
          Json.brief(contents));
    }
  }

  private static void uri(Trial trial, JsonNode holder) {
    JsonNode uri = holder.path("uri");
    if (uri.isString()) {
      trial.observe(
          "resource.uri-form", isUri(uri.stringValue()), "a URI by RFC 3986", Json.brief(uri));
    }
  }

  static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 127);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isMimeType(String text) {
    return MIME_TYPE.matcher(text).matches();
  }

  private static boolean isBase64(JsonNode node) {
    if (!node.isString()) {
      return false;
    }
    try {
      Base64.getDecoder().decode(node.stringValue());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
