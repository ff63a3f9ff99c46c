/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.legacy.ElicitationCompleteNotificationParams;
import dev.mcp4j.api.legacy.InitializeRequestParams;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.SetLevelRequestParams;
import dev.mcp4j.api.legacy.SubscribeRequestParams;
import dev.mcp4j.api.legacy.UnsubscribeRequestParams;
import dev.mcp4j.api.legacy.UrlElicitation;
import dev.mcp4j.api.legacy.UrlElicitationRequiredData;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One reader and one writer for each type. */
final class LegacyTypes {
  private static final String META = "_meta";

  /**
   * How a type is read and written.
   *
   * @param javaType the type
   * @param reader reads its members
   * @param writer makes its members
   */
  record LegacyType<T>(
      Class<T> javaType, Function<Members, T> reader, Function<T, Members> writer) {}

  private static final LegacyType<InitializeRequestParams> INITIALIZE_PARAMS =
      new LegacyType<>(
          InitializeRequestParams.class,
          in ->
              new InitializeRequestParams(
                  in.required("protocolVersion", String.class),
                  in.required("capabilities", ClientCapabilities.class),
                  in.required("clientInfo", Implementation.class),
                  requestMeta(in)),
          value ->
              Members.empty()
                  .with("protocolVersion", value.protocolVersion())
                  .with("capabilities", value.capabilities())
                  .with("clientInfo", value.clientInfo())
                  .withOptional(META, value.meta(), RequestMeta.EMPTY));

  private static final LegacyType<InitializeResult> INITIALIZE_RESULT =
      new LegacyType<>(
          InitializeResult.class,
          in ->
              new InitializeResult(
                  in.required("protocolVersion", String.class),
                  in.required("capabilities", ServerCapabilities.class),
                  in.required("serverInfo", Implementation.class),
                  in.optional("instructions", String.class),
                  in.optional(META, ResultMeta.class, ResultMeta.EMPTY)),
          value ->
              Members.empty()
                  .with("protocolVersion", value.protocolVersion())
                  .with("capabilities", value.capabilities())
                  .with("serverInfo", value.serverInfo())
                  .with("instructions", value.instructions())
                  .withOptional(META, value.meta(), ResultMeta.EMPTY));

  private static final LegacyType<SetLevelRequestParams> SET_LEVEL_PARAMS =
      new LegacyType<>(
          SetLevelRequestParams.class,
          in ->
              new SetLevelRequestParams(in.required("level", LoggingLevel.class), requestMeta(in)),
          value ->
              Members.empty()
                  .with("level", value.level())
                  .withOptional(META, value.meta(), RequestMeta.EMPTY));

  private static final LegacyType<SubscribeRequestParams> SUBSCRIBE_PARAMS =
      new LegacyType<>(
          SubscribeRequestParams.class,
          in -> new SubscribeRequestParams(in.required("uri", String.class), requestMeta(in)),
          value ->
              Members.empty()
                  .with("uri", value.uri())
                  .withOptional(META, value.meta(), RequestMeta.EMPTY));

  private static final LegacyType<UnsubscribeRequestParams> UNSUBSCRIBE_PARAMS =
      new LegacyType<>(
          UnsubscribeRequestParams.class,
          in -> new UnsubscribeRequestParams(in.required("uri", String.class), requestMeta(in)),
          value ->
              Members.empty()
                  .with("uri", value.uri())
                  .withOptional(META, value.meta(), RequestMeta.EMPTY));

  private static final LegacyType<ElicitationCompleteNotificationParams> ELICITATION_COMPLETE =
      new LegacyType<>(
          ElicitationCompleteNotificationParams.class,
          in ->
              new ElicitationCompleteNotificationParams(
                  in.required("elicitationId", String.class),
                  in.optional(META, NotificationMeta.class, NotificationMeta.EMPTY)),
          value ->
              Members.empty()
                  .with("elicitationId", value.elicitationId())
                  .withOptional(META, value.meta(), NotificationMeta.EMPTY));

  private static final LegacyType<UrlElicitation> URL_ELICITATION =
      new LegacyType<>(
          UrlElicitation.class,
          in ->
              new UrlElicitation(
                  in.required("message", String.class),
                  in.required("url", String.class),
                  in.required("elicitationId", String.class)),
          value ->
              Members.empty()
                  .with("mode", "url")
                  .with("message", value.message())
                  .with("url", value.url())
                  .with("elicitationId", value.elicitationId()));

  private static final LegacyType<UrlElicitationRequiredData> URL_ELICITATION_REQUIRED =
      new LegacyType<>(
          UrlElicitationRequiredData.class,
          in -> new UrlElicitationRequiredData(readElicitations(in)),
          value -> Members.empty().with("elicitations", writeElicitations(value.elicitations())));

  private static final Map<Class<?>, LegacyType<?>> BY_CLASS =
      Stream.of(
              INITIALIZE_PARAMS,
              INITIALIZE_RESULT,
              SET_LEVEL_PARAMS,
              SUBSCRIBE_PARAMS,
              UNSUBSCRIBE_PARAMS,
              ELICITATION_COMPLETE,
              URL_ELICITATION,
              URL_ELICITATION_REQUIRED)
          .collect(Collectors.toUnmodifiableMap(LegacyType::javaType, Function.identity()));

  private LegacyTypes() {}

  @SuppressWarnings("unchecked")
  static <T> @Nullable LegacyType<T> find(Class<T> javaType) {
    return (LegacyType<T>) BY_CLASS.get(javaType);
  }

  private static RequestMeta requestMeta(Members in) {
    return in.optional(META, RequestMeta.class, RequestMeta.EMPTY);
  }

  private static List<UrlElicitation> readElicitations(Members in) {
    JsonNode array = in.required("elicitations", JsonNode.class);
    if (!(array instanceof ArrayNode elements)) {
      throw new JsonShapeException("/elicitations", "an array", "something else");
    }
    List<UrlElicitation> elicitations = new ArrayList<>();
    for (JsonNode element : elements) {
      try {
        elicitations.add(LegacyJson.read(UrlElicitation.class, element));
      } catch (JsonShapeException e) {
        throw e.under("/elicitations/" + elicitations.size());
      }
    }
    return elicitations;
  }

  private static JsonNode writeElicitations(List<UrlElicitation> elicitations) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    elicitations.forEach(elicitation -> array.add(LegacyJson.write(elicitation).node()));
    return array;
  }

  static Members write(Object value) {
    @SuppressWarnings("unchecked")
    LegacyType<Object> type = (LegacyType<Object>) find(value.getClass());
    if (type == null) {
      throw new IllegalArgumentException(
          "not a type of the older revisions: " + value.getClass().getName());
    }
    return type.writer().apply(value);
  }
}
