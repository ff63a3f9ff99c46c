/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CapabilityTypes.CLIENT_CAPABILITIES;
import static dev.mcp4j.jsonrpc.json.CommonTypes.IMPLEMENTATION;
import static dev.mcp4j.jsonrpc.json.CommonTypes.LOGGING_LEVEL;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.MetaKeys;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.TraceContext;
import java.util.List;

/** What messages tell about themselves, and the payloads that hold nothing else. */
final class MetaTypes {
  static final IdType<RequestId> REQUEST_ID =
      new IdType<>(
          RequestId.class,
          RequestId::of,
          RequestId::of,
          RequestId::of,
          RequestId::isString,
          RequestId::text);

  static final IdType<ProgressToken> PROGRESS_TOKEN =
      new IdType<>(
          ProgressToken.class,
          ProgressToken::of,
          ProgressToken::of,
          ProgressToken::of,
          ProgressToken::isString,
          ProgressToken::text);

  /** A reserved key of the wrong type is refused: the server would act on it. */
  static final ObjectType<RequestMeta> REQUEST_META =
      new ObjectType<>(RequestMeta.class) {
        @Override
        RequestMeta readMembers(JsonInput in) {
          String protocolVersion = null;
          Implementation clientInfo = null;
          ClientCapabilities clientCapabilities = null;
          LoggingLevel logLevel = null;
          ProgressToken progressToken = null;
          String traceparent = null;
          String tracestate = null;
          String baggage = null;
          Others others = new Others(in);
          for (String key; (key = in.nextMember()) != null; ) {
            switch (key) {
              case MetaKeys.PROTOCOL_VERSION -> protocolVersion = in.optional(STRING);
              case MetaKeys.CLIENT_INFO -> clientInfo = in.optional(IMPLEMENTATION);
              case MetaKeys.CLIENT_CAPABILITIES ->
                  clientCapabilities = in.optional(CLIENT_CAPABILITIES);
              case MetaKeys.LOG_LEVEL -> logLevel = in.optional(LOGGING_LEVEL);
              case MetaKeys.PROGRESS_TOKEN -> progressToken = in.optional(PROGRESS_TOKEN);
              case MetaKeys.TRACEPARENT -> traceparent = in.optional(STRING);
              case MetaKeys.TRACESTATE -> tracestate = in.optional(STRING);
              case MetaKeys.BAGGAGE -> baggage = in.optional(STRING);
              default -> others.keep(key);
            }
          }
          boolean traced = traceparent != null || tracestate != null || baggage != null;
          return new RequestMeta(
              protocolVersion,
              clientInfo,
              clientCapabilities,
              logLevel,
              progressToken,
              traced ? new TraceContext(traceparent, tracestate, baggage) : TraceContext.NONE,
              others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, RequestMeta meta) {
          out.member(MetaKeys.PROTOCOL_VERSION, STRING, meta.protocolVersion());
          out.member(MetaKeys.CLIENT_INFO, IMPLEMENTATION, meta.clientInfo());
          out.member(MetaKeys.CLIENT_CAPABILITIES, CLIENT_CAPABILITIES, meta.clientCapabilities());
          out.member(MetaKeys.LOG_LEVEL, LOGGING_LEVEL, meta.logLevel());
          out.member(MetaKeys.PROGRESS_TOKEN, PROGRESS_TOKEN, meta.progressToken());
          out.member(MetaKeys.TRACEPARENT, STRING, meta.traceContext().traceparent());
          out.member(MetaKeys.TRACESTATE, STRING, meta.traceContext().tracestate());
          out.member(MetaKeys.BAGGAGE, STRING, meta.traceContext().baggage());
          out.others(meta.other());
        }
      };

  /** What does not fit is kept: nobody but people reads it. */
  static final ObjectType<ResultMeta> RESULT_META =
      new ObjectType<>(ResultMeta.class) {
        @Override
        ResultMeta readMembers(JsonInput in) {
          Implementation serverInfo = null;
          RequestId subscriptionId = null;
          Others others = new Others(in);
          for (String key; (key = in.nextMember()) != null; ) {
            switch (key) {
              case MetaKeys.SERVER_INFO -> serverInfo = others.fitting(key, IMPLEMENTATION);
              case MetaKeys.SUBSCRIPTION_ID -> subscriptionId = others.fitting(key, REQUEST_ID);
              default -> others.keep(key);
            }
          }
          return new ResultMeta(serverInfo, subscriptionId, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, ResultMeta meta) {
          out.member(MetaKeys.SERVER_INFO, IMPLEMENTATION, meta.serverInfo());
          out.member(MetaKeys.SUBSCRIPTION_ID, REQUEST_ID, meta.subscriptionId());
          out.others(meta.other());
        }
      };

  static final ObjectType<NotificationMeta> NOTIFICATION_META =
      new ObjectType<>(NotificationMeta.class) {
        @Override
        NotificationMeta readMembers(JsonInput in) {
          RequestId subscriptionId = null;
          Others others = new Others(in);
          for (String key; (key = in.nextMember()) != null; ) {
            switch (key) {
              case MetaKeys.SUBSCRIPTION_ID -> subscriptionId = others.fitting(key, REQUEST_ID);
              default -> others.keep(key);
            }
          }
          return new NotificationMeta(subscriptionId, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, NotificationMeta meta) {
          out.member(MetaKeys.SUBSCRIPTION_ID, REQUEST_ID, meta.subscriptionId());
          out.others(meta.other());
        }
      };

  static final ObjectType<EmptyRequestParams> EMPTY_REQUEST_PARAMS =
      new BareType<>(
          EmptyRequestParams.class,
          REQUEST_META,
          RequestMeta.EMPTY,
          EmptyRequestParams::new,
          EmptyRequestParams::meta);

  static final ObjectType<EmptyNotificationParams> EMPTY_NOTIFICATION_PARAMS =
      new BareType<>(
          EmptyNotificationParams.class,
          NOTIFICATION_META,
          NotificationMeta.EMPTY,
          EmptyNotificationParams::new,
          EmptyNotificationParams::meta);

  static final ObjectType<EmptyResult> EMPTY_RESULT =
      new BareType<>(
          EmptyResult.class, RESULT_META, ResultMeta.EMPTY, EmptyResult::new, EmptyResult::meta);

  static final ObjectType<PaginatedRequestParams> PAGINATED_REQUEST_PARAMS =
      new ObjectType<>(PaginatedRequestParams.class) {
        @Override
        PaginatedRequestParams readMembers(JsonInput in) {
          String cursor = null;
          RequestMeta meta = RequestMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "cursor" -> cursor = in.optional(STRING);
              case "_meta" -> meta = in.optional(REQUEST_META, RequestMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new PaginatedRequestParams(cursor, meta);
        }

        @Override
        void writeMembers(JsonOutput out, PaginatedRequestParams value) {
          out.member("cursor", STRING, value.cursor());
          out.optional("_meta", REQUEST_META, value.meta(), RequestMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(
          REQUEST_ID,
          PROGRESS_TOKEN,
          REQUEST_META,
          RESULT_META,
          NOTIFICATION_META,
          EMPTY_REQUEST_PARAMS,
          EMPTY_NOTIFICATION_PARAMS,
          EMPTY_RESULT,
          PAGINATED_REQUEST_PARAMS);

  private MetaTypes() {}
}
