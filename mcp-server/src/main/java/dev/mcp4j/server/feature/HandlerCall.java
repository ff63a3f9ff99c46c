/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.ClientProfile;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.input.Chain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The {@link Call} of one run of a handler. */
final class HandlerCall implements Call {
  private final McpRequest<?> request;
  private final Notifier notifier;
  private final Chain chain;
  private final boolean logging;

  HandlerCall(McpRequest<?> request, Notifier notifier, Chain chain, boolean logging) {
    this.request = request;
    this.notifier = notifier;
    this.chain = chain;
    this.logging = logging;
  }

  JsonObject recorded() {
    return chain.recorded();
  }

  Map<String, JsonNode> outcomes() {
    return chain.outcomes();
  }

  @Override
  public Caller caller() {
    return request.caller();
  }

  @Override
  public ClientProfile client() {
    return request.client();
  }

  @Override
  public RequestMeta meta() {
    return request.meta();
  }

  @Override
  public @Nullable RequestHeaders headers() {
    return request.headers();
  }

  @Override
  public Cancellation cancellation() {
    return request.cancellation();
  }

  @Override
  public void progress(double progress, @Nullable Double total, @Nullable String message) {
    if (!Double.isFinite(progress) || (total != null && !Double.isFinite(total))) {
      throw new IllegalArgumentException("progress " + progress + " of " + total);
    }
    ProgressToken token = meta().progressToken();
    if (token != null) {
      notifier.notify(
          Notifications.PROGRESS,
          new ProgressNotificationParams(token, progress, total, message, NotificationMeta.EMPTY));
    }
  }

  @Override
  public void log(LoggingLevel level, String message) {
    log(level, null, StringNode.valueOf(message));
  }

  @Override
  public void log(LoggingLevel level, @Nullable String logger, JsonNode data) {
    if (!logging) {
      throw new IllegalStateException(
          "the server does not declare logging; call logging() on its builder");
    }
    LoggingLevel wanted = meta().logLevel();
    if (wanted != null && level.compareTo(wanted) >= 0) {
      notifier.notify(
          Notifications.MESSAGE,
          new LoggingMessageNotificationParams(level, logger, data, NotificationMeta.EMPTY));
    }
  }

  @Override
  public void detach(Duration retryAfter) {
    if (retryAfter.isNegative()) {
      throw new IllegalArgumentException("the time must not be negative, was " + retryAfter);
    }
    notifier.detach(retryAfter);
  }

  @Override
  public Answers ask(Question<?>... questions) {
    return chain.ask(List.of(questions));
  }

  @Override
  // The outcome is what the action returned, now or in an earlier run.
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T extends @Nullable Object> T once(String key, Callable<T> action) throws Exception {
    return (T) chain.once(key, null, action);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T once(String key, Class<T> type, Callable<T> action) throws Exception {
    Object outcome = chain.once(key, type, action);
    return (T) Objects.requireNonNull(outcome, () -> "no outcome of " + key);
  }

  @Override
  public String chainId() {
    return chain.chainId();
  }

  @Override
  public Map<String, JsonNode> inputResponses() {
    return chain.responses();
  }

  @Override
  public @Nullable String requestState() {
    return chain.ownState();
  }
}
