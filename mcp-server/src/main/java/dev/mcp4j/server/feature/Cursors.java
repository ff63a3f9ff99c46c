/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.server.McpException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of one list: the number of the last item of a page, made opaque. The number of an
 * item never changes and is never given to another one, so a change of the list neither repeats nor
 * skips what did not change.
 *
 * <p>Specification 2026-07-28: server/utilities/pagination.
 */
final class Cursors {
  private final String prefix;

  /**
   * Makes the cursors of a list.
   *
   * @param list the name of the list: the cursor of one list is no cursor of another
   */
  Cursors(String list) {
    this.prefix = list + " after ";
  }

  String encode(long last) {
    byte[] text = (prefix + last).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * Returns the number in a cursor, 0 for none.
   *
   * @param newest the largest number given out
   * @throws McpException if it is none of this list
   */
  long decode(@Nullable String cursor, long newest) {
    if (cursor == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.startsWith(prefix)) {
        long last = Long.parseLong(text.substring(prefix.length()));
        if (last > 0 && last <= newest && encode(last).equals(cursor)) {
          return last;
        }
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static McpException invalid() {
    return new McpException(
        ErrorCode.INVALID_PARAMS,
        "Invalid cursor: start again without one, and send cursors back as they came");
  }
}
