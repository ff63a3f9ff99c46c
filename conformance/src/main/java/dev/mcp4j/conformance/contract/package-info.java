/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The fixture contract: what a server may offer, by name, so that the suite can check more of it.
 * The names that begin with {@code test_} are those of the official suite's own fixture; the others
 * are added here. {@code conformance/README.md} describes all of them.
 */
@NullMarked
package dev.mcp4j.conformance.contract;

import org.jspecify.annotations.NullMarked;
