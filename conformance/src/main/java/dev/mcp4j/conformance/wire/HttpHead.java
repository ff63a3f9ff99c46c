/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a response.
 *
 * @param status the status
 * @param headers the headers in order
 */
public record HttpHead(int status, List<Header> headers) {
  /** Copies the headers. */
  public HttpHead {
    headers = List.copyOf(headers);
  }

  static HttpHead parse(List<String> lines) throws IOException {
    String[] words = lines.get(0).split(" ", 3);
    if (!words[0].startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5][0-9]{2}")) {
      throw new IOException("not a status line of HTTP/1.1: " + lines.get(0));
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return new HttpHead(Integer.parseInt(words[1]), headers);
  }

  /**
   * Finds a header.
   *
   * @param name its name in any spelling
   * @return the value of the first one
   */
  public Optional<String> header(String name) {
    return Header.find(headers, name);
  }

  /**
   * Returns the media type of the body, without parameters.
   *
   * @return the type in lower case, empty if there is none
   */
  public String mediaType() {
    String value = header("Content-Type").orElse("");
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Tells whether another request may follow on the same connection.
   *
   * @return false if the peer closes it
   */
  public boolean keepsConnection() {
    boolean close = header("Connection").orElse("").equalsIgnoreCase("close");
    boolean framed = isChunked() || contentLength().isPresent() || status == 204 || status == 304;
    return !close && framed;
  }

  boolean isChunked() {
    return header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT).contains("chunked");
  }

  Optional<Long> contentLength() {
    return header("Content-Length").filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
  }
}
