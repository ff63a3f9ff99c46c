/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;

/**
 * Parameters that do not fit their method. They travel on as far as the checks that do not need
 * them, so that a request with several defects is answered by the first check it fails.
 *
 * @param meta the metadata, as far as it could be read
 * @param reason what does not fit, in words fit for the peer
 */
record UnreadableParams(RequestMeta meta, String reason) implements RequestParams {
  @Override
  public UnreadableParams withMeta(RequestMeta meta) {
    return new UnreadableParams(meta, reason);
  }
}
