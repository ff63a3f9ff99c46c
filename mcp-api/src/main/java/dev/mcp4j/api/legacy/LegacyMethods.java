/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.RequestMethod;
import java.util.List;

/** The methods that only revisions with a handshake have. */
public final class LegacyMethods {
  /** Begins a session. */
  public static final RequestMethod<InitializeRequestParams, InitializeResult> INITIALIZE =
      new RequestMethod<>("initialize", InitializeRequestParams.class, InitializeResult.class);

  /** Asks whether the peer is there; in both directions. */
  public static final RequestMethod<EmptyRequestParams, EmptyResult> PING =
      new RequestMethod<>("ping", EmptyRequestParams.class, EmptyResult.class);

  /** Sets which log messages the client gets. */
  public static final RequestMethod<SetLevelRequestParams, EmptyResult> SET_LEVEL =
      new RequestMethod<>("logging/setLevel", SetLevelRequestParams.class, EmptyResult.class);

  /** Subscribes to changes of a resource. */
  public static final RequestMethod<SubscribeRequestParams, EmptyResult> SUBSCRIBE =
      new RequestMethod<>("resources/subscribe", SubscribeRequestParams.class, EmptyResult.class);

  /** Ends a subscription to a resource. */
  public static final RequestMethod<UnsubscribeRequestParams, EmptyResult> UNSUBSCRIBE =
      new RequestMethod<>(
          "resources/unsubscribe", UnsubscribeRequestParams.class, EmptyResult.class);

  /** What a client sends, all of it. */
  public static final List<RequestMethod<?, ?>> ALL =
      List.of(INITIALIZE, PING, SET_LEVEL, SUBSCRIBE, UNSUBSCRIBE);

  /** Asks the user; a server sends it, since 2025-06-18. See {@link ServerRequest}. */
  public static final String CREATE_ELICITATION = "elicitation/create";

  /** Asks the client's model; a server sends it. See {@link ServerRequest}. */
  public static final String CREATE_MESSAGE = "sampling/createMessage";

  /** Asks which directories the client works in; a server sends it. See {@link ServerRequest}. */
  public static final String LIST_ROOTS = "roots/list";

  private LegacyMethods() {}
}
