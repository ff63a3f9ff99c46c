/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.server.transport.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why HTTP itself refuses a call, before any request was read from it.
 *
 * @param status the HTTP status
 * @param failure the body
 * @param headers what to add to the headers of the answer
 */
public record HttpProblem(int status, JsonRpcFailure failure, Map<String, String> headers) {
  /** The status of an answer that asks the client to come back. */
  public static final int UNAVAILABLE = 503;

  private static final String RETRY_AFTER_SECONDS = "1";

  /**
   * Checks the components.
   *
   * @param status not 1xx
   * @param failure not null
   * @param headers copied; no null elements
   */
  public HttpProblem {
    Objects.requireNonNull(failure, "failure");
    headers = Map.copyOf(headers);
  }

  /**
   * Makes a problem.
   *
   * @param status the HTTP status
   * @param message one sentence for the peer
   * @return the problem
   */
  public static HttpProblem of(int status, String message) {
    return of(status, null, ErrorCode.INVALID_REQUEST, message);
  }

  /**
   * Makes a problem with a message that was read in part.
   *
   * @param status the HTTP status
   * @param id the id of the message; null if it has none or it could not be read
   * @param code the JSON-RPC code
   * @param message one sentence for the peer
   * @return the problem
   */
  public static HttpProblem of(int status, @Nullable RequestId id, int code, String message) {
    return new HttpProblem(
        status, new JsonRpcFailure(id, new JsonRpcError(code, message, null)), Map.of());
  }

  /**
   * Makes a problem that passes by itself.
   *
   * @param message one sentence for the peer
   * @return the problem
   */
  public static HttpProblem unavailable(String message) {
    HttpProblem problem = of(UNAVAILABLE, null, ErrorCode.INTERNAL_ERROR, message);
    return new HttpProblem(problem.status, problem.failure, retryHeaders());
  }

  /**
   * Makes a copy with a header.
   *
   * @param name its name
   * @param value its value
   * @return the copy
   */
  public HttpProblem withHeader(String name, String value) {
    return new HttpProblem(status, failure, Map.of(name, value));
  }

  /**
   * Makes a copy with other headers.
   *
   * @param headers all of them
   * @return the copy
   */
  HttpProblem withHeaders(Map<String, String> headers) {
    return new HttpProblem(status, failure, headers);
  }

  /**
   * Returns the headers of every answer that asks the client to come back.
   *
   * @return the headers
   */
  public static Map<String, String> retryHeaders() {
    return Map.of("Retry-After", RETRY_AFTER_SECONDS);
  }

  /**
   * Answers a call.
   *
   * @param call the call
   * @param codec writes the body
   */
  public void answer(HttpCall call, JsonRpcCodec codec) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    call.reply(status, all, codec.encode(failure));
  }
}
