/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.util.List;
import java.util.Optional;

/**
 * A request of HTTP as it arrived.
 *
 * @param verb the verb
 * @param path the path with its query
 * @param headers the headers in order
 * @param body the body without its framing
 */
public record IncomingRequest(String verb, String path, List<Header> headers, Bytes body) {
  /** Copies the headers. */
  public IncomingRequest {
    headers = List.copyOf(headers);
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
}
