/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request of HTTP/1.1 as it goes over the wire. Nothing is added and nothing is corrected.
 *
 * @param method the verb
 * @param target the request target
 * @param headers the header lines in order
 * @param body the body, empty for none
 */
public record HttpRequest(String method, String target, List<Header> headers, Bytes body) {
  /** Copies the headers. */
  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /**
   * Returns the request as bytes.
   *
   * @return head and body
   */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body.toArray());
    return out.toByteArray();
  }
}
