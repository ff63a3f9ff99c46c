/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.feature.PromptEntry;
import dev.mcp4j.server.feature.Registry;
import dev.mcp4j.server.feature.ResourceCatalog;
import dev.mcp4j.server.feature.ToolEntry;
import dev.mcp4j.server.task.TaskPolicy;

/**
 * What a running server offers, and what of it may change.
 *
 * @param tools the tools
 * @param prompts the prompts
 * @param resources the resources and templates
 * @param types how records of the application are read
 * @param events where changes are published
 * @param changes what may change
 */
record Catalog(
    Registry<Tool, ToolEntry<?>> tools,
    Registry<Prompt, PromptEntry<?>> prompts,
    ResourceCatalog resources,
    UserTypes types,
    EventBus events,
    Changes changes) {

  /**
   * What may change while the server runs.
   *
   * @param tools the list of tools
   * @param prompts the list of prompts
   * @param resources the lists of resources and templates
   * @param contents the contents of resources
   * @param tasks whether tools that are added may make tasks
   */
  record Changes(
      boolean tools, boolean prompts, boolean resources, boolean contents, boolean tasks) {
    boolean any() {
      return tools || prompts || resources || contents;
    }
  }

  boolean add(ToolDefinition tool) {
    require(changes.tools(), "toolsMayChange");
    if (tool.has(TaskPolicy.class) && !changes.tasks()) {
      throw new IllegalStateException("the server was built without tasks()");
    }
    return published(tools.add(tool.compile(types)), new ServerEvent.ToolsChanged());
  }

  boolean removeTool(String name) {
    require(changes.tools(), "toolsMayChange");
    return published(tools.remove(name), new ServerEvent.ToolsChanged());
  }

  boolean add(PromptDefinition prompt) {
    require(changes.prompts(), "promptsMayChange");
    return published(prompts.add(prompt.compile(types)), new ServerEvent.PromptsChanged());
  }

  boolean removePrompt(String name) {
    require(changes.prompts(), "promptsMayChange");
    return published(prompts.remove(name), new ServerEvent.PromptsChanged());
  }

  boolean add(ResourceDefinition resource) {
    require(changes.resources(), "resourcesMayChange");
    return published(
        resources.resources().add(resource.entry()), new ServerEvent.ResourcesChanged());
  }

  boolean removeResource(String uri) {
    require(changes.resources(), "resourcesMayChange");
    return published(resources.resources().remove(uri), new ServerEvent.ResourcesChanged());
  }

  boolean add(ResourceTemplateDefinition template) {
    require(changes.resources(), "resourcesMayChange");
    return published(
        resources.templates().add(template.entry()), new ServerEvent.ResourcesChanged());
  }

  boolean removeResourceTemplate(String uriTemplate) {
    require(changes.resources(), "resourcesMayChange");
    return published(resources.templates().remove(uriTemplate), new ServerEvent.ResourcesChanged());
  }

  void updated(String uri) {
    require(changes.contents(), "resourceUpdates");
    events.publish(new ServerEvent.ResourceUpdated(uri));
  }

  private boolean published(boolean changed, ServerEvent event) {
    if (changed) {
      events.publish(event);
    }
    return changed;
  }

  private static void require(boolean allowed, String setting) {
    if (!allowed) {
      throw new IllegalStateException(
          "clients would not hear of it: the server was built without " + setting + "()");
    }
  }
}
