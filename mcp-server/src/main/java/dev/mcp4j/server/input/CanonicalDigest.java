/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The fingerprint of a JSON value, not of its spelling: the order of members and the notation of
 * numbers make no difference, because clients build a retry from what they parsed.
 */
final class CanonicalDigest {
  private final MessageDigest digest;

  private CanonicalDigest(MessageDigest digest) {
    this.digest = digest;
  }

  /** Returns the SHA-256 of the canonical form, in Base64url. */
  static String of(JsonNode json) {
    try {
      CanonicalDigest canonical = new CanonicalDigest(MessageDigest.getInstance("SHA-256"));
      canonical.add(json);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(canonical.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  // Every value starts with its kind, and every text and container with its length: no two values
  // have the same form.
  private void add(JsonNode json) {
    if (json.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      json.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      start('{', members.size());
      members.forEach(
          (name, value) -> {
            text('"', name);
            add(value);
          });
    } else if (json.isArray()) {
      start('[', json.size());
      json.values().forEach(this::add);
    } else if (json.isNumber()) {
      text('0', canonical(json));
    } else if (json.isString()) {
      text('"', json.stringValue());
    } else {
      text('_', json.toString());
    }
  }

  private static String canonical(JsonNode number) {
    boolean binary = number.isDouble() || number.isFloat();
    // Infinity and NaN cannot come from JSON, but from a handler.
    return binary && !Double.isFinite(number.doubleValue())
        ? number.toString()
        : canonical(number.decimalValue());
  }

  private static String canonical(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.unscaledValue() + "e" + -(long) stripped.scale();
  }

  private void text(char kind, String text) {
    start(kind, text.length());
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    // An encoder would make all halves of surrogate pairs the same.
    bytes.asCharBuffer().put(text);
    digest.update(bytes);
  }

  private void start(char kind, int length) {
    digest.update(ByteBuffer.allocate(5).put((byte) kind).putInt(length).flip());
  }
}
