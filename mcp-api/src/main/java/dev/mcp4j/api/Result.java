/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

/**
 * What a request was answered with. The wire's {@code resultType} is not a member: {@link Reply} is
 * the type of it.
 *
 * <p>Specification 2026-07-28: basic, Result Responses.
 */
public interface Result {
  /**
   * Returns the metadata of the result.
   *
   * @return the metadata, {@link ResultMeta#EMPTY} if there was none
   */
  ResultMeta meta();

  /**
   * Makes a copy with other metadata.
   *
   * @param meta the metadata of the copy
   * @return the copy
   */
  Result withMeta(ResultMeta meta);
}
