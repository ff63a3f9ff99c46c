/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.ClientExtension;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.UnsupportedResultTypeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hands results of other types than those of the core to the extensions that have them. */
final class ExtensionReplies {
  private final Map<String, ClientExtension> byResultType = new HashMap<>();
  private final Function<Invocation<?, ?>, ExtensionCall> calls;

  /**
   * Makes the link.
   *
   * @param calls what an extension does on behalf of a call
   */
  ExtensionReplies(
      List<ClientExtension> extensions, Function<Invocation<?, ?>, ExtensionCall> calls) {
    for (ClientExtension extension : extensions) {
      for (String type : extension.resultTypes()) {
        if (byResultType.putIfAbsent(type, extension) != null) {
          throw new IllegalArgumentException("two extensions have results of type " + type);
        }
      }
    }
    this.calls = calls;
  }

  <R extends Result> R resolve(Invocation<?, R> call, Reply.Extended<R> reply) {
    ClientExtension extension = byResultType.get(reply.resultType());
    if (extension == null) {
      throw new UnsupportedResultTypeException(
          call.method().name(), reply.resultType(), reply.result());
    }
    return extension.resolve(call.method(), reply.resultType(), reply.result(), calls.apply(call));
  }
}
