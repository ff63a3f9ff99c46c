/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Fetches documents, within the limits on addresses, sizes and times of the authorizer. */
@FunctionalInterface
public interface MetadataSource {
  /**
   * Fetches a document. Follows a few redirects, each of which is checked.
   *
   * @param url where it may be
   * @return the document, or null if there is none, or none that is a JSON object
   * @throws AuthorizationException if the URL is not allowed, or the server cannot be reached or
   *     fails
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  @Nullable JsonObject get(URI url) throws InterruptedException;
}
