/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/**
 * Complete responses of HTTP/1.1, head and body in one piece: one system call takes it, and nothing
 * has to be put together for it.
 */
final class PlainResponse {
  private static final int USUAL_HEAD = 160;
  private static final int FIRST_VISIBLE = 0x20;
  private static final int DELETE = 0x7f;
  private static final int LAST = 0xff;

  private PlainResponse() {}

  /**
   * Writes a response.
   *
   * @param alloc makes the buffer
   * @param code the status
   * @param headers headers other than those of the connection
   * @param body the body
   * @param head whether the request was {@code HEAD}, so that the body stays away
   * @param last whether the connection ends with it
   * @return the response
   * @throws IllegalArgumentException if a header holds what would end it
   */
  static ByteBuf of(
      ByteBufAllocator alloc,
      int code,
      Map<String, String> headers,
      byte[] body,
      boolean head,
      boolean last) {
    StringBuilder text = new StringBuilder(USUAL_HEAD);
    text.append("HTTP/1.1 ").append(HttpResponseStatus.valueOf(code)).append("\r\n");
    headers.forEach((name, value) -> header(text, name, value));
    header(text, "date", HttpDate.now());
    if (last) {
      header(text, "connection", "close");
    }
    if (code != HttpResponseStatus.NO_CONTENT.code()) {
      text.append("content-length: ").append(body.length).append("\r\n");
    }
    byte[] start = text.append("\r\n").toString().getBytes(ISO_8859_1);
    ByteBuf response = alloc.ioBuffer(start.length + body.length).writeBytes(start);
    return head ? response : response.writeBytes(body);
  }

  private static void header(StringBuilder text, String name, String value) {
    text.append(checked(name)).append(": ").append(checked(value)).append("\r\n");
  }

  private static String checked(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if ((c < FIRST_VISIBLE && c != '\t') || c == DELETE || c > LAST) {
        throw new IllegalArgumentException(
            "a header must not hold the character " + (int) c + ", at index " + i);
      }
    }
    return part;
  }
}
