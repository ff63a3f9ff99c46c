/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import java.util.Objects;

/**
 * A resource template, or a resource, by URI.
 *
 * <p>Specification 2026-07-28: schema, ResourceTemplateReference.
 *
 * @param uri the URI or URI template
 */
public record ResourceTemplateReference(String uri) implements Reference {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   */
  public ResourceTemplateReference {
    Objects.requireNonNull(uri, "uri");
  }
}
