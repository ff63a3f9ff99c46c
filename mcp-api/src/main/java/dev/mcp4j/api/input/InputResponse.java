/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.input;

import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.roots.ListRootsResult;
import dev.mcp4j.api.sampling.CreateMessageResult;

/**
 * The answer to an {@link InputRequest}. Which type it is follows from the question.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr, InputResponses.
 */
public sealed interface InputResponse permits ElicitResult, CreateMessageResult, ListRootsResult {}
