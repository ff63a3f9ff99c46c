/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.client.transport.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call the server has asked something for, until the client sends it again with the answers. The
 * key is that of the question the client was given.
 */
sealed interface Parked {
  /**
   * The server waits for the answer to a request of its own; the call goes on after it.
   *
   * @param session where the call goes on
   * @param exchange the call as the server knows it
   * @param token what the server reports progress under
   * @param question the id of the server's request
   * @param key the key of the question
   */
  record Asked(
      LegacySession session,
      Exchange exchange,
      @Nullable ProgressToken token,
      RequestId question,
      String key)
      implements Parked {}

  /**
   * The server has refused the call until the user has been at some web pages.
   *
   * @param elicitations the ids of the elicitations, which are the keys of the questions too
   * @param refusal how it was refused
   */
  record Refused(List<String> elicitations, JsonRpcError refusal) implements Parked {}
}
