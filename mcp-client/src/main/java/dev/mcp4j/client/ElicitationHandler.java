/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.elicitation.ElicitResult;

/**
 * Lets the user fill in the forms of a server. The application shows which server asks, and lets
 * the user look at the answer, decline, and cancel.
 *
 * <p>Specification 2026-07-28: client/elicitation, Form Mode.
 */
@FunctionalInterface
public interface ElicitationHandler {
  /**
   * Answers a form. Called on the thread of the call that is asked back, which waits as long as it
   * takes; cancelling the call interrupts it.
   *
   * @param form the form, which also makes the answers
   * @return the answer
   * @throws Exception if there is no answer; the call then fails with {@link InputRequestException}
   */
  ElicitResult answer(ElicitationForm form) throws Exception;
}
