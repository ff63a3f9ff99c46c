/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.input;

import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.sampling.CreateMessageRequest;

/**
 * A question a server needs answered before it can complete a request.
 *
 * <p>Open: {@link UnrecognizedInputRequest} keeps what a newer peer asks.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr, InputRequests.
 */
public sealed interface InputRequest
    permits ElicitRequest, CreateMessageRequest, ListRootsRequest, UnrecognizedInputRequest {}
