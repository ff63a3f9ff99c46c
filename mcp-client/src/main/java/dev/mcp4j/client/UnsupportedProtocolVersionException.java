/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonRpcError;
import java.util.List;

/**
 * Client and server share no revision of the protocol, or the server refused the one it had
 * offered.
 *
 * <p>Specification 2026-07-28: basic/versioning, Protocol Version Negotiation.
 */
public final class UnsupportedProtocolVersionException extends RequestFailedException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> supported;

  /**
   * Makes the exception.
   *
   * @param method the method that was called
   * @param error the error as received
   * @param supported the revisions the server named; copied
   */
  public UnsupportedProtocolVersionException(
      String method, JsonRpcError error, List<String> supported) {
    super(method, error);
    this.supported = List.copyOf(supported);
  }

  /**
   * Returns what the server speaks.
   *
   * @return the revisions it named
   */
  public List<String> supported() {
    return supported;
  }
}
