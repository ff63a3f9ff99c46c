/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.RequestId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What bytes from a peer turned out to be. Decoding has no exception: a bad message is a value. */
public sealed interface Inbound {
  /**
   * One well-formed message.
   *
   * @param message the message
   */
  record Single(JsonRpcMessage message) implements Inbound {
    /**
     * Checks the component.
     *
     * @param message not null
     */
    public Single {
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A JSON array of messages, as revision 2025-03-26 allows it.
   *
   * @param messages the elements in order, each a {@link Single} or a {@link Malformed}; never
   *     empty
   */
  record Batch(List<Inbound> messages) implements Inbound {
    /**
     * Copies the component.
     *
     * @param messages copied; no null elements
     */
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Something that is no message this peer can take.
   *
   * @param id the id of the message; null if it has none or it could not be read
   * @param defect what is wrong
   * @param reason where and why, in words fit for the peer
   */
  record Malformed(@Nullable RequestId id, Defect defect, String reason) implements Inbound {
    /**
     * Checks the components.
     *
     * @param id may be null
     * @param defect not null
     * @param reason not null
     */
    public Malformed {
      Objects.requireNonNull(defect, "defect");
      Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the JSON-RPC error code that answers it.
     *
     * @return the code of the defect
     */
    public int code() {
      return defect.code();
    }

    /**
     * Tells whether the peer gets an error response on a wire that is not HTTP. Notifications and
     * responses are never answered.
     *
     * @return true unless it is known to be a notification or a response
     */
    public boolean isAnswered() {
      return defect != Defect.NOTIFICATION && defect != Defect.RESPONSE;
    }
  }

  /** What is wrong with a message. */
  enum Defect {
    /**
     * The bytes are not JSON in strict UTF-8, or not JSON with one meaning (a member name occurs
     * twice), or exceed a limit on depth or numbers.
     */
    SYNTAX(ErrorCode.PARSE_ERROR),
    /** There are more bytes than allowed; nothing was read. HTTP answers 413. */
    TOO_LARGE(ErrorCode.INVALID_REQUEST),
    /** The JSON is no JSON-RPC message. */
    ENVELOPE(ErrorCode.INVALID_REQUEST),
    /** The parameters of a request do not fit its method. */
    PARAMS(ErrorCode.INVALID_PARAMS),
    /** The parameters of a notification do not fit its method. */
    NOTIFICATION(ErrorCode.INVALID_PARAMS),
    /** A response has an unreadable id, no readable result or error, or both. */
    RESPONSE(ErrorCode.INVALID_REQUEST);

    private final int code;

    Defect(int code) {
      this.code = code;
    }

    /**
     * Returns the JSON-RPC error code.
     *
     * @return one of {@link ErrorCode}
     */
    public int code() {
      return code;
    }
  }
}
