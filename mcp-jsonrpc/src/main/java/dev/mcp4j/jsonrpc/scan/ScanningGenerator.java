/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.UTF8JsonGenerator;

/**
 * A generator of compact JSON that looks for what to escape in a long string eight bytes at a time.
 */
final class ScanningGenerator extends UTF8JsonGenerator {
  /** Below, Jackson's loop is as fast. */
  private static final int LONG = 128;

  ScanningGenerator(
      ObjectWriteContext context,
      IOContext io,
      int streamFeatures,
      int formatFeatures,
      OutputStream out) {
    super(context, io, streamFeatures, formatFeatures, out, null, null, null, 0, '"');
  }

  @Override
  public JsonGenerator writeString(@Nullable String text) {
    if (text == null || text.length() < LONG) {
      return super.writeString(text);
    }
    byte[] utf8 = text.getBytes(UTF_8);
    if (holdsReplacements(utf8, text)) {
      return super.writeString(text);
    }
    byte[] escaped = StringEscapes.escape(utf8);
    return writeRawUTF8String(escaped, 0, escaped.length);
  }

  /** Lone surrogates have no UTF-8 and became question marks. */
  private static boolean holdsReplacements(byte[] utf8, String text) {
    return ByteScan.indexOf('?', utf8, 0, utf8.length) < utf8.length
        && !new String(utf8, UTF_8).equals(text);
  }
}
