/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The escapes of JSON strings, in UTF-8. */
final class StringEscapes {
  private static final String LETTERS = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";
  private static final String HEX = "0123456789ABCDEF";
  private static final int UNICODE_LENGTH = 6;

  private StringEscapes() {}

  /**
   * Returns how many bytes an escape takes, or 0 if it is not well-formed, not complete, or half a
   * surrogate pair.
   *
   * @param at where its backslash is
   * @param end where the text ends
   */
  static int length(byte[] json, int at, int end) {
    if (at + 1 >= end) {
      return 0;
    }
    if (json[at + 1] != 'u') {
      return LETTERS.indexOf(json[at + 1]) < 0 ? 0 : 2;
    }
    if (at + UNICODE_LENGTH > end) {
      return 0;
    }
    int character = character(json, at);
    return character < 0 || Character.isSurrogate((char) character) ? 0 : UNICODE_LENGTH;
  }

  /** Reads {@code \\uXXXX}; negative if there is anything else than hexadecimal digits. */
  private static int character(byte[] json, int at) {
    int character = 0;
    for (int i = at + 2; i < at + UNICODE_LENGTH; i++) {
      int digit = json[i] < 0 ? -1 : Character.digit(json[i], 16);
      if (digit < 0) {
        return -1;
      }
      character = (character << 4) | digit;
    }
    return character;
  }

  /**
   * Resolves the escapes of a string, for each of which {@link #length} is positive.
   *
   * @param from where the string begins, after its quote
   * @param firstEscape where its first backslash is
   * @param to where its closing quote is
   */
  static String resolve(byte[] json, int from, int firstEscape, int to) {
    byte[] text = new byte[to - from];
    int length = 0;
    int done = from;
    for (int escape = firstEscape; escape < to; ) {
      System.arraycopy(json, done, text, length, escape - done);
      length += escape - done;
      if (json[escape + 1] == 'u') {
        length = encode(character(json, escape), text, length);
        done = escape + UNICODE_LENGTH;
      } else {
        text[length++] = (byte) MEANINGS.charAt(LETTERS.indexOf(json[escape + 1]));
        done = escape + 2;
      }
      escape = ByteScan.indexOf('\\', json, done, to);
    }
    System.arraycopy(json, done, text, length, to - done);
    return new String(text, 0, length + to - done, UTF_8);
  }

  /** Writes a character that is no surrogate. Returns the index after it. */
  private static int encode(int character, byte[] text, int at) {
    int i = at;
    if (character < 0x80) {
      text[i++] = (byte) character;
      return i;
    }
    if (character < 0x800) {
      text[i++] = (byte) (0xC0 | (character >> 6));
    } else {
      text[i++] = (byte) (0xE0 | (character >> 12));
      text[i++] = (byte) (0x80 | ((character >> 6) & 0x3F));
    }
    text[i++] = (byte) (0x80 | (character & 0x3F));
    return i;
  }

  /** Escapes what must be: quotes, backslashes and control characters. */
  static byte[] escape(byte[] utf8) {
    int unplain = ByteScan.indexOfUnplain(utf8, 0, utf8.length);
    if (unplain == utf8.length) {
      return utf8;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream(utf8.length + (utf8.length >> 3));
    int done = 0;
    while (unplain < utf8.length) {
      json.write(utf8, done, unplain - done);
      escape(utf8[unplain], json);
      done = unplain + 1;
      unplain = ByteScan.indexOfUnplain(utf8, done, utf8.length);
    }
    json.write(utf8, done, utf8.length - done);
    return json.toByteArray();
  }

  private static void escape(byte character, ByteArrayOutputStream json) {
    json.write('\\');
    int known = MEANINGS.indexOf(character);
    if (known >= 0) {
      json.write(LETTERS.charAt(known));
    } else {
      json.write('u');
      json.write('0');
      json.write('0');
      json.write(HEX.charAt(character >> 4));
      json.write(HEX.charAt(character & 0xF));
    }
  }
}
