/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

/**
 * One piece of content of a sampling message. Open, as {@link ContentBlock} is.
 *
 * <p>Specification 2026-07-28: schema, SamplingMessageContentBlock.
 */
public sealed interface SamplingMessageContentBlock
    permits TextContent,
        ImageContent,
        AudioContent,
        ToolUseContent,
        ToolResultContent,
        UnrecognizedContent {}
