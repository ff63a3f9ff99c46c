/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Test suites for those who implement an interface of this library: a class of tests that extends
 * one says what to test, and has tests.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.contract;
