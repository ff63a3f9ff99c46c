/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import org.jspecify.annotations.Nullable;

/**
 * Which payloads a receiver wants as values. What it has no type for stays {@link Payload.Raw}.
 *
 * <p>Implementations are safe for use by several threads, do not block and do not throw.
 */
public interface PayloadTypes {
  /** No type at all: every payload stays bytes. */
  PayloadTypes NONE = new PayloadTypes() {};

  /** The requests and notifications of the core protocol; results stay bytes. */
  PayloadTypes CORE =
      new PayloadTypes() {
        @Override
        public @Nullable Class<? extends RequestParams> requestParams(String method) {
          return CoreMethods.requestParams(method);
        }

        @Override
        public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
          return CoreMethods.notificationParams(method);
        }
      };

  /**
   * Returns the type of the parameters of a request.
   *
   * @param method the method of the request
   * @return the type, or null to keep the bytes
   */
  default @Nullable Class<? extends RequestParams> requestParams(String method) {
    return null;
  }

  /**
   * Returns the type of the parameters of a notification.
   *
   * @param method the method of the notification
   * @return the type, or null to keep the bytes
   */
  default @Nullable Class<? extends NotificationParams> notificationParams(String method) {
    return null;
  }

  /**
   * Returns the type of the result of a request that is waiting for its answer.
   *
   * @param id the id of the request
   * @return the type, or null to keep the bytes
   */
  default @Nullable Class<? extends Result> result(RequestId id) {
    return null;
  }
}
