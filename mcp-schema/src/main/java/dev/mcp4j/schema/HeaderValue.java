/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Text as the value of an HTTP header that mirrors the body: {@code Mcp-Name} and {@code
 * Mcp-Param-*}. Text that a header can hold stands as it is, any other as {@code
 * =?base64?}<i>Base64 of its UTF-8</i>{@code ?=}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#value-encoding">Value
 *     encoding</a>
 */
public final class HeaderValue {

  private static final String PREFIX = "=?base64?";
  private static final String SUFFIX = "?=";

  private HeaderValue() {}

  /**
   * Encodes a text. The result holds visible ASCII and inner spaces only, and {@link #decode} gives
   * the text back.
   *
   * @param text any text, also an empty one
   * @return the header value
   * @throws IllegalArgumentException if the text is not Unicode, because half of a surrogate pair
   *     is missing
   */
  public static String encode(String text) {
    return isPlain(text) && !looksEncoded(text) ? text : PREFIX + base64(text) + SUFFIX;
  }

  /**
   * Decodes a header value, strictly: Base64 with its padding and nothing else in it, and UTF-8
   * without an error. A value that carries only one of the two markers is plain text.
   *
   * @param value the value, as the HTTP layer delivers it
   * @return the text, or empty if the value is malformed or holds a character that a header must
   *     not hold
   */
  public static Optional<String> decode(String value) {
    if (isEncoded(value)) {
      return decodeBase64(value.substring(PREFIX.length(), value.length() - SUFFIX.length()));
    }
    return isLegal(value) ? Optional.of(value) : Optional.empty();
  }

  /**
   * Tells whether a header value says a text.
   *
   * @param value the value, as the HTTP layer delivers it
   * @param text the text
   * @param tabsAreSpaces whether that layer delivers a space for a tab; then a space in a value
   *     that is not encoded may stand for a tab
   * @return true if the value is well-formed and says the text
   */
  public static boolean says(String value, String text, boolean tabsAreSpaces) {
    Optional<String> decoded = decode(value);
    return decoded.isPresent()
        && (decoded.get().equals(text)
            || (tabsAreSpaces && !isEncoded(value) && value.equals(text.replace('\t', ' '))));
  }

  private static boolean isEncoded(String value) {
    return value.startsWith(PREFIX)
        && value.endsWith(SUFFIX)
        && value.length() >= PREFIX.length() + SUFFIX.length();
  }

  /** A loop, because every request with a name comes by. */
  private static boolean isLegal(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isVisible(c) && c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decodeBase64(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      // The decoder forgives missing padding and stray bits, we do not.
      if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return Optional.empty();
      }
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String base64(String text) {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return Base64.getEncoder().encodeToString(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds half of a surrogate pair", e);
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> isVisible(c) || c == ' ')
        && !text.startsWith(" ")
        && !text.endsWith(" ");
  }

  /** Also where the markers overlap, which some decoders take for encoded. */
  private static boolean looksEncoded(String text) {
    return text.startsWith(PREFIX) && text.endsWith(SUFFIX);
  }

  private static boolean isVisible(int c) {
    return c > 0x20 && c < 0x7F;
  }
}
