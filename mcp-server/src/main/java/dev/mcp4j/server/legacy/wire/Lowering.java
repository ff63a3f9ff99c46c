/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static dev.mcp4j.api.legacy.LegacyRevision.V2025_03_26;
import static dev.mcp4j.api.legacy.LegacyRevision.V2025_06_18;
import static dev.mcp4j.api.legacy.LegacyRevision.V2025_11_25;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a result what a revision does not have.
 *
 * <p>Specification: the change logs of 2025-03-26, 2025-06-18, 2025-11-25 and 2026-07-28.
 */
final class Lowering {
  private final boolean icons;
  private final boolean titles;
  private final boolean structured;
  private final boolean annotations;
  private final ContentLowering contents;

  Lowering(LegacyRevision revision) {
    this.icons = revision.isAtLeast(V2025_11_25);
    this.titles = revision.isAtLeast(V2025_06_18);
    this.structured = revision.isAtLeast(V2025_06_18);
    this.annotations = revision.isAtLeast(V2025_03_26);
    this.contents = new ContentLowering(revision);
  }

  Result lower(Result result) {
    if (result instanceof CallToolResult called) {
      return lower(called);
    } else if (result instanceof ListToolsResult list) {
      return new ListToolsResult(
          list.tools().stream().map(this::lower).toList(),
          list.nextCursor(),
          null,
          lower(list.meta()));
    } else if (result instanceof ListResourcesResult list) {
      return new ListResourcesResult(
          list.resources().stream().map(this::lower).toList(),
          list.nextCursor(),
          null,
          lower(list.meta()));
    } else if (result instanceof ListResourceTemplatesResult list) {
      return new ListResourceTemplatesResult(
          list.resourceTemplates().stream().map(this::lower).toList(),
          list.nextCursor(),
          null,
          lower(list.meta()));
    } else if (result instanceof ListPromptsResult list) {
      return new ListPromptsResult(
          list.prompts().stream().map(this::lower).toList(),
          list.nextCursor(),
          null,
          lower(list.meta()));
    } else if (result instanceof ReadResourceResult read) {
      return new ReadResourceResult(read.contents(), null, lower(read.meta()));
    } else if (result instanceof GetPromptResult prompt) {
      return new GetPromptResult(
          prompt.description(),
          prompt.messages().stream().map(this::lower).toList(),
          lower(prompt.meta()));
    }
    return result.withMeta(lower(result.meta()));
  }

  /** The session knows who the server is. */
  private static ResultMeta lower(ResultMeta meta) {
    return meta.serverInfo() == null ? meta : meta.toBuilder().serverInfo(null).build();
  }

  private CallToolResult lower(CallToolResult result) {
    return OutputSchemaLowering.lower(
        new CallToolResult(
            contents.lower(result.content()),
            structured ? result.structuredContent() : null,
            result.isError(),
            lower(result.meta())));
  }

  private Tool lower(Tool tool) {
    return OutputSchemaLowering.lower(
        new Tool(
            tool.name(),
            title(tool.title()),
            tool.description(),
            tool.inputSchema(),
            structured ? tool.outputSchema() : null,
            annotations ? tool.annotations() : null,
            icons(tool.icons()),
            tool.meta()));
  }

  private Resource lower(Resource resource) {
    return resource.toBuilder()
        .title(title(resource.title()))
        .icons(icons(resource.icons()))
        .build();
  }

  private ResourceTemplate lower(ResourceTemplate template) {
    return template.toBuilder()
        .title(title(template.title()))
        .icons(icons(template.icons()))
        .build();
  }

  private Prompt lower(Prompt prompt) {
    return prompt.toBuilder()
        .title(title(prompt.title()))
        .icons(icons(prompt.icons()))
        .arguments(prompt.arguments().stream().map(this::lower).toList())
        .build();
  }

  private PromptArgument lower(PromptArgument argument) {
    return new PromptArgument(
        argument.name(), title(argument.title()), argument.description(), argument.required());
  }

  private PromptMessage lower(PromptMessage message) {
    return new PromptMessage(message.role(), contents.lower(message.content()));
  }

  /** Says who the server is. */
  Implementation lower(Implementation info) {
    Implementation.Builder lowered =
        Implementation.builder(info.name(), info.version()).title(title(info.title()));
    if (icons) {
      lowered.description(info.description()).icons(info.icons()).websiteUrl(info.websiteUrl());
    }
    return lowered.build();
  }

  /** Says what the server can do. */
  ServerCapabilities lower(ServerCapabilities capabilities) {
    return annotations ? capabilities : capabilities.toBuilder().completions(null).build();
  }

  private @Nullable String title(@Nullable String title) {
    return titles ? title : null;
  }

  private <T> List<T> icons(List<T> value) {
    return icons ? value : List.of();
  }
}
