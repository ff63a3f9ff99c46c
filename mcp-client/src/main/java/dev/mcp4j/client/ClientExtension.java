/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.extension.ExtensionParams;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An extension as a client speaks it. It is declared with every request. Safe for use by several
 * threads.
 *
 * <p>An extension that is no more than methods and notifications needs none of this: {@link
 * McpClientBuilder#extension(String, JsonObject)} declares it.
 */
public interface ClientExtension {
  /**
   * Names the extension.
   *
   * @return the identifier
   */
  String id();

  /**
   * Returns the settings to declare.
   *
   * @return the settings, empty for none
   */
  default JsonObject settings() {
    return JsonObject.EMPTY;
  }

  /**
   * Tells what the header {@code Mcp-Name} has to repeat of a request of the extension.
   *
   * @param method the method
   * @param params the parameters
   * @return the name, or null for no header
   */
  default @Nullable String routingName(String method, ExtensionParams params) {
    return null;
  }

  /**
   * Names the types of results the extension has beyond those of the core.
   *
   * @return the types, which {@link #resolve} understands
   */
  default Set<String> resultTypes() {
    return Set.of();
  }

  /**
   * Comes from a result of one of these types to the one the caller waits for. Blocks as long as
   * that takes.
   *
   * @param method the method that was called
   * @param resultType the type of the result
   * @param result the members of the result
   * @param call the call that is under way
   * @param <R> the result the caller waits for
   * @return that result
   * @throws McpClientException if there is none
   */
  default <R extends Result> R resolve(
      RequestMethod<?, R> method, String resultType, JsonObject result, ExtensionCall call) {
    throw new UnsupportedResultTypeException(method.name(), resultType, result);
  }
}
