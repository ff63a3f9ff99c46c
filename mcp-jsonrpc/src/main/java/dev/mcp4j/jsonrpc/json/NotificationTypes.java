/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.LOGGING_LEVEL;
import static dev.mcp4j.jsonrpc.json.MetaTypes.NOTIFICATION_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.PROGRESS_TOKEN;
import static dev.mcp4j.jsonrpc.json.MetaTypes.REQUEST_ID;
import static dev.mcp4j.jsonrpc.json.Scalars.NUMBER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;
import static dev.mcp4j.jsonrpc.json.Scalars.TREE;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Notifications that belong to a request. */
final class NotificationTypes {
  static final ObjectType<CancelledNotificationParams> CANCELLED =
      new ObjectType<>(CancelledNotificationParams.class) {
        @Override
        CancelledNotificationParams readMembers(JsonInput in) {
          RequestId requestId = null;
          String reason = null;
          NotificationMeta meta = NotificationMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "requestId" -> requestId = in.read(REQUEST_ID);
              case "reason" -> reason = in.optional(STRING);
              case "_meta" -> meta = in.optional(NOTIFICATION_META, NotificationMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new CancelledNotificationParams(in.required(requestId, "requestId"), reason, meta);
        }

        @Override
        void writeMembers(JsonOutput out, CancelledNotificationParams value) {
          out.member("requestId", REQUEST_ID, value.requestId());
          out.member("reason", STRING, value.reason());
          out.optional("_meta", NOTIFICATION_META, value.meta(), NotificationMeta.EMPTY);
        }
      };

  static final ObjectType<ProgressNotificationParams> PROGRESS =
      new ObjectType<>(ProgressNotificationParams.class) {
        @Override
        ProgressNotificationParams readMembers(JsonInput in) {
          ProgressToken progressToken = null;
          Double progress = null;
          Double total = null;
          String message = null;
          NotificationMeta meta = NotificationMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "progressToken" -> progressToken = in.read(PROGRESS_TOKEN);
              case "progress" -> progress = in.read(NUMBER);
              case "total" -> total = in.optional(NUMBER);
              case "message" -> message = in.optional(STRING);
              case "_meta" -> meta = in.optional(NOTIFICATION_META, NotificationMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new ProgressNotificationParams(
              in.required(progressToken, "progressToken"),
              in.required(progress, "progress"),
              total,
              message,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, ProgressNotificationParams value) {
          out.member("progressToken", PROGRESS_TOKEN, value.progressToken());
          out.member("progress", NUMBER, value.progress());
          out.member("total", NUMBER, value.total());
          out.member("message", STRING, value.message());
          out.optional("_meta", NOTIFICATION_META, value.meta(), NotificationMeta.EMPTY);
        }
      };

  static final ObjectType<LoggingMessageNotificationParams> LOGGING_MESSAGE =
      new ObjectType<>(LoggingMessageNotificationParams.class) {
        @Override
        LoggingMessageNotificationParams readMembers(JsonInput in) {
          LoggingLevel level = null;
          String logger = null;
          JsonNode data = null;
          NotificationMeta meta = NotificationMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "level" -> level = in.read(LOGGING_LEVEL);
              case "logger" -> logger = in.optional(STRING);
              case "data" -> data = in.read(TREE);
              case "_meta" -> meta = in.optional(NOTIFICATION_META, NotificationMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new LoggingMessageNotificationParams(
              in.required(level, "level"), logger, in.required(data, "data"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, LoggingMessageNotificationParams value) {
          out.member("level", LOGGING_LEVEL, value.level());
          out.member("logger", STRING, value.logger());
          out.member("data", TREE, value.data());
          out.optional("_meta", NOTIFICATION_META, value.meta(), NotificationMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL = List.of(CANCELLED, PROGRESS, LOGGING_MESSAGE);

  private NotificationTypes() {}
}
