/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * A parser of well-formed UTF-8 in an array that finds the end of a string eight bytes at a time,
 * and names that occur twice without a set for each object, where that is asked for. Strings that
 * it does not understand, because something is wrong with them or because they escape surrogates,
 * are left to Jackson's parser.
 */
public final class ScanningParser extends UTF8StreamJsonParser {

  /** Where the string that {@link #closingQuote} looked at has its first escape, or its end. */
  private int firstEscape;

  ScanningParser(
      ObjectReadContext context,
      IOContext io,
      int streamFeatures,
      int formatFeatures,
      ByteQuadsCanonicalizer symbols,
      byte[] bytes,
      int offset,
      int length) {
    super(
        context,
        io,
        streamFeatures & ~STRICT_DUPLICATE_DETECTION.getMask(),
        formatFeatures,
        null,
        symbols,
        bytes,
        offset,
        offset + length,
        0,
        false);
    if (STRICT_DUPLICATE_DETECTION.enabledIn(streamFeatures)) {
      _streamReadContext = UniqueNames.root(this);
    }
  }

  /**
   * Returns the array that the text is in.
   *
   * @return the array, not copied; beyond the text it may hold anything
   */
  public byte[] array() {
    return _inputBuffer;
  }

  /**
   * Returns where in the array the current token starts, unless it is the name of a member.
   *
   * @return the index of its first byte
   */
  public int tokenStart() {
    return (int) (_tokenInputTotal - 1 - _currInputProcessed);
  }

  /**
   * Returns how far the text is read.
   *
   * @return the index in the array after the last byte that was read
   */
  public int position() {
    return _inputPtr;
  }

  @Override
  protected String _finishAndReturnString() {
    int from = _inputPtr;
    int to = closingQuote();
    if (to < 0) {
      return super._finishAndReturnString();
    }
    _inputPtr = to + 1;
    String text =
        firstEscape == to
            ? new String(_inputBuffer, from, to - from, UTF_8)
            : StringEscapes.resolve(_inputBuffer, from, firstEscape, to);
    _textBuffer.resetWithString(text);
    return text;
  }

  @Override
  protected void _skipString() {
    int to = closingQuote();
    if (to < 0) {
      super._skipString();
    } else {
      _tokenIncomplete = false;
      _inputPtr = to + 1;
    }
  }

  /** Finds the end of the string whose first character is next, or -1 if Jackson has to look. */
  private int closingQuote() {
    firstEscape = -1;
    int i = ByteScan.indexOfUnplain(_inputBuffer, _inputPtr, _inputEnd);
    while (i < _inputEnd && _inputBuffer[i] == '\\') {
      if (firstEscape < 0) {
        firstEscape = i;
      }
      int length = StringEscapes.length(_inputBuffer, i, _inputEnd);
      if (length == 0) {
        return -1;
      }
      i = ByteScan.indexOfUnplain(_inputBuffer, i + length, _inputEnd);
    }
    if (i == _inputEnd || _inputBuffer[i] != '"') {
      return -1;
    }
    if (firstEscape < 0) {
      firstEscape = i;
    }
    return i;
  }
}
