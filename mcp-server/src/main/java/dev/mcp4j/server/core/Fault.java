/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.JsonRpcError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a request failed, as a value: what the peer reads and what the transport may add.
 *
 * @param code the JSON-RPC code
 * @param message one sentence for the peer
 * @param data details a program can read; null for none
 * @param hint what the transport should know
 */
public record Fault(int code, String message, @Nullable JsonNode data, Hint hint) {
  /**
   * Checks the components.
   *
   * @param code any value
   * @param message not null
   * @param data may be null
   * @param hint not null
   */
  public Fault {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }

  /**
   * Makes a fault whose HTTP status follows from its code.
   *
   * @param code the JSON-RPC code
   * @param message one sentence for the peer
   * @return the fault, without data
   */
  public static Fault of(int code, String message) {
    return new Fault(code, message, null, Hint.None.INSTANCE);
  }

  /**
   * Makes a copy with a status of its own.
   *
   * @param status the HTTP status
   * @return the copy
   */
  public Fault withStatus(int status) {
    return new Fault(code, message, data, new Hint.Status(status));
  }

  /**
   * Returns the part that goes into the message.
   *
   * @return the error
   */
  public JsonRpcError error() {
    return new JsonRpcError(code, message, data);
  }

  /** What a transport should know beyond the error. */
  public sealed interface Hint {
    /** Nothing. */
    enum None implements Hint {
      /** The only value. */
      INSTANCE
    }

    /**
     * The HTTP status is not the one the code stands for.
     *
     * @param status the status
     */
    record Status(int status) implements Hint {}

    /**
     * The caller needs scopes it does not have.
     *
     * @param scopes all scopes the operation needs
     */
    record Challenge(List<String> scopes) implements Hint {}
  }
}
