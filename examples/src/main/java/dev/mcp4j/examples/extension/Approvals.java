/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.extension;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.extension.ServerContext;
import dev.mcp4j.server.extension.SubscriptionTopic;
import dev.mcp4j.server.extension.ToolCallWrapper;
import dev.mcp4j.server.extension.WrappedToolCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The server's side of the extension. */
public final class Approvals implements Feature {
  /** The identifier of the extension. */
  public static final String ID = "com.example/approvals";

  /** The type of a result that is a ticket. */
  public static final String TICKET = "com.example/ticket";

  /** Approves a ticket. */
  public static final RequestMethod<ExtensionParams, ExtensionResult> APPROVE =
      new RequestMethod<>("com.example/approve", ExtensionParams.class, ExtensionResult.class);

  /** Says how a ticket stands. */
  public static final NotificationMethod<ExtensionNotificationParams> STATUS =
      new NotificationMethod<>(
          "notifications/com.example/ticket", ExtensionNotificationParams.class);

  private final Map<String, Boolean> tickets = new ConcurrentHashMap<>();
  private EventBus events;

  @Override
  public String extension() {
    return ID;
  }

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    capabilities.extension(ID, members("approver", "colleague"));
  }

  @Override
  public Set<String> resultTypes() {
    return Set.of(TICKET);
  }

  @Override
  public void start(ServerContext context) {
    events = context.events();
  }

  @Override
  public ToolCallWrapper toolCalls() {
    return this::call;
  }

  /** A client that knows nothing of tickets is refused; whoever has an approved one passes. */
  private Reply<CallToolResult> call(WrappedToolCall call) throws Exception {
    if (call.tool().attachment(NeedsApproval.class) == null) {
      return call.proceed();
    }
    call.request().client().require(ID);
    JsonNode ticket = call.request().meta().other().get(TICKET);
    if (ticket != null && tickets.getOrDefault(ticket.asString(), false)) {
      return call.proceed();
    }
    String fresh = UUID.randomUUID().toString();
    tickets.put(fresh, false);
    return new Reply.Extended<>(TICKET, members("ticket", fresh));
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(APPROVE, (request, notifier) -> new Reply.Complete<>(approve(request)));
  }

  private ExtensionResult approve(McpRequest<ExtensionParams> request) {
    request.client().require(ID);
    JsonNode ticket = request.params().members().get("ticket");
    if (ticket == null || tickets.replace(ticket.asString(), true) == null) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Unknown ticket");
    }
    events.publish(new ServerEvent.Extension("tickets", ticket.asString()));
    return ExtensionResult.of(JsonObject.EMPTY);
  }

  @Override
  public List<SubscriptionTopic> topics() {
    return List.of(new Tickets());
  }

  /** What a client can subscribe to. */
  private final class Tickets implements SubscriptionTopic {
    @Override
    public String member() {
      return "tickets";
    }

    @Override
    public NotificationMethod<ExtensionNotificationParams> notification() {
      return STATUS;
    }

    @Override
    public Set<String> accept(
        JsonNode wanted, McpRequest<SubscriptionsListenRequestParams> request) {
      request.client().require(ID);
      Set<String> known = new LinkedHashSet<>();
      wanted.forEach(ticket -> known.add(ticket.asString()));
      known.retainAll(tickets.keySet());
      return known;
    }

    @Override
    public JsonObject current(String key, Caller caller) {
      return members("ticket", key)
          .with("approved", JsonNodeFactory.instance.booleanNode(tickets.get(key)));
    }
  }

  private static JsonObject members(String name, String value) {
    return new JsonObject(JsonNodeFactory.instance.objectNode().put(name, value));
  }
}
