/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which argument to complete.
 *
 * <p>Specification 2026-07-28: server/utilities/completion, Requesting Completions.
 *
 * @param ref what the argument belongs to
 * @param argument the argument being typed
 * @param contextArguments arguments already given, by name; empty if absent
 * @param meta the metadata of the request
 */
public record CompleteRequestParams(
    Reference ref,
    CompletionArgument argument,
    Map<String, String> contextArguments,
    RequestMeta meta)
    implements RequestParams {
  /**
   * Checks and copies the components.
   *
   * @param ref not null
   * @param argument not null
   * @param contextArguments copied; no null elements
   * @param meta not null
   */
  public CompleteRequestParams {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(argument, "argument");
    contextArguments = Collections.unmodifiableMap(new LinkedHashMap<>(contextArguments));
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public CompleteRequestParams withMeta(RequestMeta meta) {
    return new CompleteRequestParams(ref, argument, contextArguments, meta);
  }
}
