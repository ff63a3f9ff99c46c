/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application what a server says before it replies. */
final class CallListeners {
  private static final Logger log = LoggerFactory.getLogger(CallListeners.class);

  private final ProgressToken token;
  private final CallSettings settings;
  private final CallClock clock;
  private double lastProgress = Double.NEGATIVE_INFINITY;

  CallListeners(ClientRequest request, Invocation<?, ?> call) {
    this.token = MetadataStamp.progressToken(request.message().id());
    this.settings = call.settings();
    this.clock = call.control().clock();
  }

  void on(JsonRpcNotification notification) {
    Object params = notification.params() instanceof Payload.Typed typed ? typed.value() : null;
    if (params instanceof ProgressNotificationParams progress) {
      onProgress(progress);
    } else if (params instanceof LoggingMessageNotificationParams message) {
      onLog(message);
    } else {
      log.debug("ignored {}: it does not belong to a call", notification.method());
    }
  }

  /** Progress that does not advance is none: it must not keep a call alive. */
  private void onProgress(ProgressNotificationParams progress) {
    if (!progress.progressToken().equals(token) || !(progress.progress() > lastProgress)) {
      log.debug("ignored progress {} of {}", progress.progress(), progress.progressToken());
      return;
    }
    lastProgress = progress.progress();
    if (settings.onProgress() != null) {
      tell(settings.onProgress(), progress);
    }
    clock.progress();
  }

  private void onLog(LoggingMessageNotificationParams message) {
    LoggingLevel least = settings.logLevel();
    if (least != null && message.level().compareTo(least) >= 0) {
      tell(settings.onLog(), message);
    }
  }

  private static <T> void tell(Consumer<T> listener, T event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      log.warn("a listener failed; the call goes on", e);
    }
  }
}
