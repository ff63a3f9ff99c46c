/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.server.feature.TemplateEntry;
import dev.mcp4j.server.feature.UriTemplate;
import java.util.function.Function;

/** A resource template as it was described. Immutable. */
public final class ResourceTemplateDefinition {
  private final TemplateEntry entry;

  ResourceTemplateDefinition(TemplateEntry entry) {
    this.entry = entry;
  }

  /**
   * Describes a resource template.
   *
   * @param uriTemplate a URI template of RFC 6570, levels 1 to 3, for example {@code
   *     file:///{+path}}; {@code {x}} stands for a piece without reserved characters such as {@code
   *     /}, {@code {+x}} for a piece with them
   * @param definition describes it and gives it its handler
   * @return the template
   * @throws IllegalArgumentException if the template is malformed, or of level 4
   */
  public static ResourceTemplateDefinition of(
      String uriTemplate,
      Function<ResourceTemplateBuilder, ResourceTemplateDefinition> definition) {
    return definition.apply(new ResourceTemplateBuilder(UriTemplate.parse(uriTemplate)));
  }

  /**
   * Returns the template.
   *
   * @return the template as it was written
   */
  public String uriTemplate() {
    return entry.key();
  }

  TemplateEntry entry() {
    return entry;
  }
}
