/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.MissingRequiredClientCapabilityData;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.UnsupportedProtocolVersionData;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.CompleteResult;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.CompletionArgument;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.api.content.AudioContent;
import dev.mcp4j.api.content.EmbeddedResource;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.content.ResourceLink;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.content.ToolResultContent;
import dev.mcp4j.api.content.ToolUseContent;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.elicitation.BooleanSchema;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.elicitation.EnumOption;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.elicitation.LegacyTitledEnumSchema;
import dev.mcp4j.api.elicitation.NumberSchema;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.elicitation.TitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.TitledSingleSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledSingleSelectEnumSchema;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.roots.ListRootsResult;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.sampling.ModelHint;
import dev.mcp4j.api.sampling.ModelPreferences;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.sampling.ToolChoice;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.api.tool.ToolAnnotations;
import java.util.List;

/** The classes of the values that are JSON objects of their own. */
final class ModelTypes {
  static final List<Class<?>> ALL =
      List.of(
          Annotations.class,
          AudioContent.class,
          BlobResourceContents.class,
          BooleanSchema.class,
          CallToolRequestParams.class,
          CallToolResult.class,
          CancelledNotificationParams.class,
          ClientCapabilities.class,
          CompleteRequestParams.class,
          CompleteResult.class,
          Completion.class,
          CompletionArgument.class,
          CreateMessageRequest.class,
          CreateMessageRequestParams.class,
          CreateMessageResult.class,
          DiscoverResult.class,
          ElicitRequest.class,
          ElicitRequestFormParams.class,
          ElicitRequestURLParams.class,
          ElicitResult.class,
          ElicitationCapability.class,
          EmbeddedResource.class,
          EmptyNotificationParams.class,
          EmptyRequestParams.class,
          EmptyResult.class,
          EnumOption.class,
          FormSchema.class,
          GetPromptRequestParams.class,
          GetPromptResult.class,
          Icon.class,
          ImageContent.class,
          Implementation.class,
          JsonRpcError.class,
          LegacyTitledEnumSchema.class,
          ListCapability.class,
          ListPromptsResult.class,
          ListResourceTemplatesResult.class,
          ListResourcesResult.class,
          ListRootsRequest.class,
          ListRootsResult.class,
          ListToolsResult.class,
          LoggingMessageNotificationParams.class,
          MissingRequiredClientCapabilityData.class,
          ModelHint.class,
          ModelPreferences.class,
          NotificationMeta.class,
          NumberSchema.class,
          PaginatedRequestParams.class,
          ProgressNotificationParams.class,
          Prompt.class,
          PromptArgument.class,
          PromptMessage.class,
          PromptReference.class,
          ReadResourceRequestParams.class,
          ReadResourceResult.class,
          RequestMeta.class,
          Resource.class,
          ResourceLink.class,
          ResourceTemplate.class,
          ResourceTemplateReference.class,
          ResourceUpdatedNotificationParams.class,
          ResourcesCapability.class,
          ResultMeta.class,
          Root.class,
          SamplingCapability.class,
          SamplingMessage.class,
          ServerCapabilities.class,
          StringSchema.class,
          SubscriptionFilter.class,
          SubscriptionsAcknowledgedNotificationParams.class,
          SubscriptionsListenRequestParams.class,
          SubscriptionsListenResult.class,
          TextContent.class,
          TextResourceContents.class,
          TitledMultiSelectEnumSchema.class,
          TitledSingleSelectEnumSchema.class,
          Tool.class,
          ToolAnnotations.class,
          ToolChoice.class,
          ToolResultContent.class,
          ToolUseContent.class,
          UnsupportedProtocolVersionData.class,
          UntitledMultiSelectEnumSchema.class,
          UntitledSingleSelectEnumSchema.class);

  private ModelTypes() {}
}
