/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.input.InputRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request from a server to its client: {@code elicitation/create}, {@code sampling/createMessage}
 * or {@code roots/list}. Later revisions ask the same as a part of a result; the question and its
 * answer have the same shape there.
 *
 * <p>Specification 2025-11-25: client/elicitation, client/sampling, client/roots.
 *
 * @param request what is asked
 * @param elicitationId tells an elicitation by URL from the others of the server; null for
 *     everything else
 * @param meta the metadata of the request, usually only a progress token
 */
public record ServerRequest(
    InputRequest request, @Nullable String elicitationId, RequestMeta meta) {
  /**
   * Checks the components.
   *
   * @param request not null
   * @param elicitationId may be null
   * @param meta not null
   */
  public ServerRequest {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes a request without an id of its own and without metadata.
   *
   * @param request what is asked
   * @return the request
   */
  public static ServerRequest of(InputRequest request) {
    return new ServerRequest(request, null, RequestMeta.EMPTY);
  }
}
