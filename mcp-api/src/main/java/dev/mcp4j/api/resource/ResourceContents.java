/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

/**
 * The contents of a resource or of a part of it.
 *
 * <p>Which kind it is shows by its members: {@code text} or {@code blob}.
 *
 * <p>Specification 2026-07-28: schema, ResourceContents.
 */
public sealed interface ResourceContents
    permits TextResourceContents, BlobResourceContents, UnrecognizedResourceContents {}
