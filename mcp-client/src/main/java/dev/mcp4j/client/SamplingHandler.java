/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;

/**
 * Asks a language model on behalf of a server. The application lets the user approve what is asked
 * and what is answered.
 *
 * <p>Specification 2026-07-28: client/sampling.
 */
@FunctionalInterface
public interface SamplingHandler {
  /**
   * Answers. Called on the thread of the call that is asked back, which waits as long as it takes;
   * cancelling the call interrupts it.
   *
   * @param request the conversation and how to continue it
   * @return what the model said
   * @throws Exception if there is no answer; the call then fails with {@link InputRequestException}
   */
  CreateMessageResult answer(CreateMessageRequestParams request) throws Exception;
}
