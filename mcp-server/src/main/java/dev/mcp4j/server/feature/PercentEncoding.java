/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding of URIs: which characters stand for themselves, and the way there and back.
 *
 * <p>RFC 3986, sections 2.1 to 2.3; RFC 6570, section 1.5.
 */
final class PercentEncoding {
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  static boolean isReserved(char c) {
    return RESERVED.indexOf(c) >= 0;
  }

  /** Whether a percent sign and two hexadecimal digits stand there. */
  static boolean isTriplet(String text, int at) {
    return text.length() - at >= 3
        && text.charAt(at) == '%'
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0
        && text.charAt(at + 1) < 0x80
        && text.charAt(at + 2) < 0x80;
  }

  /**
   * Encodes a text.
   *
   * @param keepReserved whether reserved characters and what is already encoded stay as they are
   */
  static String encode(String text, boolean keepReserved) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int width = Character.charCount(point);
      char c = text.charAt(at);
      if (isUnreserved(c) || (keepReserved && (isReserved(c) || isTriplet(text, at)))) {
        out.append(c);
      } else {
        for (byte b : text.substring(at, at + width).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
        }
      }
      at += width;
    }
    return out.toString();
  }

  /** Decodes every triplet; null if that gives no UTF-8. */
  static @Nullable String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int at = 0; at < text.length(); ) {
      if (isTriplet(text, at)) {
        bytes.put((byte) Integer.parseInt(text, at + 1, at + 3, 16));
        at += 3;
      } else {
        int width = Character.charCount(text.codePointAt(at));
        bytes.put(text.substring(at, at + width).getBytes(StandardCharsets.UTF_8));
        at += width;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
