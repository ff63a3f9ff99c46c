/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;

/**
 * Asks the user whether to open a link of a server. The application shows the whole URL, opens it
 * only with consent, outside of its own reach, and never fetches it by itself.
 *
 * <p>Specification 2026-07-28: client/elicitation, URL Mode and Safe URL Handling.
 */
@FunctionalInterface
public interface UrlElicitationHandler {
  /**
   * Answers. Called on the thread of the call that is asked back, which waits as long as it takes;
   * cancelling the call interrupts it.
   *
   * @param link the message and the URL, which comes from the server unchecked
   * @return accept if the user agreed to open it, which does not say what came of it
   * @throws Exception if there is no answer; the call then fails with {@link InputRequestException}
   */
  ElicitAction answer(ElicitRequestURLParams link) throws Exception;
}
