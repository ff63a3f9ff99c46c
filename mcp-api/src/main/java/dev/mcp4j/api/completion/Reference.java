/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

/**
 * What an argument belongs to. Open: {@link UnrecognizedReference} keeps the rest.
 *
 * <p>Specification 2026-07-28: server/utilities/completion, Reference Types.
 */
public sealed interface Reference
    permits PromptReference, ResourceTemplateReference, UnrecognizedReference {}
