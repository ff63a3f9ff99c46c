/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

/**
 * Where the specification demands something.
 *
 * @param page the page, for example {@code basic/index.mdx}
 * @param where a line of the page; of the schema, a definition with or without a property
 * @param keyWord the key word that is there
 * @param times how often it is there for this requirement; 0 if other words demand it
 */
public record Place(String page, String where, Level keyWord, int times) {}
