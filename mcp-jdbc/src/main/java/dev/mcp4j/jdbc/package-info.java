/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Keeps tasks in a relational database, through a {@link javax.sql.DataSource} of the application.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jdbc;
