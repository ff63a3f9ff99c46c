/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.server.feature.TemplateEntry;
import dev.mcp4j.server.feature.UriTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Describes resources whose URIs follow a template. {@link #read} comes last. Not safe for use by
 * several threads.
 *
 * <p>Specification 2026-07-28: server/resources, Resource Templates.
 */
public final class ResourceTemplateBuilder extends ContentBuilder<ResourceTemplateBuilder> {
  private final UriTemplate template;
  private final Map<String, Completer> completers = new HashMap<>();

  ResourceTemplateBuilder(UriTemplate template) {
    super(new Settings("resource template " + template));
    this.template = template;
  }

  /**
   * Suggests values of a variable.
   *
   * @param variable the name of the variable
   * @param completer suggests values
   * @return this builder
   * @throws IllegalStateException if the variable has a completer already
   * @throws IllegalArgumentException if the template has no such variable
   */
  public ResourceTemplateBuilder complete(String variable, Completer completer) {
    settings.once("completer of " + variable);
    settings.require(
        template.variables().contains(variable),
        "there is no variable " + variable + ", only " + template.variables());
    completers.put(variable, Objects.requireNonNull(completer, "completer"));
    return this;
  }

  /**
   * Completes the template.
   *
   * @param handler reads the resources
   * @return the template
   */
  public ResourceTemplateDefinition read(ResourceTemplateHandler handler) {
    Objects.requireNonNull(handler, "handler");
    ResourceTemplate descriptor =
        new ResourceTemplate(
            template.toString(),
            name == null ? template.toString() : name,
            title,
            description,
            mimeType,
            icons,
            annotations,
            meta);
    return new ResourceTemplateDefinition(
        new TemplateEntry(
            descriptor, template, handler, Map.copyOf(completers), caching(), visibility));
  }
}
