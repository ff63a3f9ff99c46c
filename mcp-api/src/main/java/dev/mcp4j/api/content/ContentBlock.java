/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

/**
 * One piece of content of a tool result or prompt message.
 *
 * <p>Open: {@link UnrecognizedContent} keeps what a newer peer sends, so a switch over the
 * permitted types needs a branch for it.
 *
 * <p>Specification 2026-07-28: schema, ContentBlock.
 */
public sealed interface ContentBlock
    permits TextContent,
        ImageContent,
        AudioContent,
        ResourceLink,
        EmbeddedResource,
        UnrecognizedContent {}
