/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.MetaTypes.NOTIFICATION_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.REQUEST_META;
import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import java.util.List;

/** Listening for changes. */
final class SubscriptionTypes {
  static final ObjectType<SubscriptionFilter> FILTER =
      new ObjectType<>(SubscriptionFilter.class) {
        @Override
        SubscriptionFilter readMembers(JsonInput in) {
          SubscriptionFilter.Builder builder = SubscriptionFilter.builder();
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "toolsListChanged" -> builder.toolsListChanged(others.fitting(name, BOOLEAN));
              case "promptsListChanged" ->
                  builder.promptsListChanged(others.fitting(name, BOOLEAN));
              case "resourcesListChanged" ->
                  builder.resourcesListChanged(others.fitting(name, BOOLEAN));
              case "resourceSubscriptions" ->
                  builder.resourceSubscriptions(others.fittingList(name, STRING));
              default -> others.keep(name);
            }
          }
          return builder.other(others.toObject()).build();
        }

        @Override
        void writeMembers(JsonOutput out, SubscriptionFilter value) {
          out.member("toolsListChanged", BOOLEAN, value.toolsListChanged());
          out.member("promptsListChanged", BOOLEAN, value.promptsListChanged());
          out.member("resourcesListChanged", BOOLEAN, value.resourcesListChanged());
          out.optionalList("resourceSubscriptions", STRING, value.resourceSubscriptions());
          out.others(value.other());
        }
      };

  static final ObjectType<SubscriptionsListenRequestParams> LISTEN_PARAMS =
      new ObjectType<>(SubscriptionsListenRequestParams.class) {
        @Override
        SubscriptionsListenRequestParams readMembers(JsonInput in) {
          SubscriptionFilter notifications = null;
          RequestMeta meta = RequestMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "notifications" -> notifications = in.read(FILTER);
              case "_meta" -> meta = in.optional(REQUEST_META, RequestMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new SubscriptionsListenRequestParams(
              in.required(notifications, "notifications"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, SubscriptionsListenRequestParams value) {
          out.member("notifications", FILTER, value.notifications());
          out.optional("_meta", REQUEST_META, value.meta(), RequestMeta.EMPTY);
        }
      };

  static final ObjectType<SubscriptionsAcknowledgedNotificationParams> ACKNOWLEDGED =
      new ObjectType<>(SubscriptionsAcknowledgedNotificationParams.class) {
        @Override
        SubscriptionsAcknowledgedNotificationParams readMembers(JsonInput in) {
          SubscriptionFilter notifications = null;
          NotificationMeta meta = NotificationMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "notifications" -> notifications = in.read(FILTER);
              case "_meta" -> meta = in.optional(NOTIFICATION_META, NotificationMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new SubscriptionsAcknowledgedNotificationParams(
              in.required(notifications, "notifications"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, SubscriptionsAcknowledgedNotificationParams value) {
          out.member("notifications", FILTER, value.notifications());
          out.optional("_meta", NOTIFICATION_META, value.meta(), NotificationMeta.EMPTY);
        }
      };

  static final ObjectType<SubscriptionsListenResult> LISTEN_RESULT =
      new BareType<>(
          SubscriptionsListenResult.class,
          RESULT_META,
          ResultMeta.EMPTY,
          SubscriptionsListenResult::new,
          SubscriptionsListenResult::meta);

  static final List<JsonType<?>> ALL = List.of(FILTER, LISTEN_PARAMS, ACKNOWLEDGED, LISTEN_RESULT);

  private SubscriptionTypes() {}
}
