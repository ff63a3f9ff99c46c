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
import org.jspecify.annotations.Nullable;

/**
 * Why HTTP itself refuses a call, before any request was read from it.
 *
 * @param status the HTTP status
 * @param failure the body
 * @param headers what to add to the headers of the answer
 */
record HttpProblem(int status, JsonRpcFailure failure, Map<String, String> headers) {
  static final int UNAVAILABLE = 503;

  private static final String RETRY_AFTER_SECONDS = "1";

  static HttpProblem of(int status, String message) {
    return of(status, null, ErrorCode.INVALID_REQUEST, message);
  }

  static HttpProblem of(int status, @Nullable RequestId id, int code, String message) {
    return new HttpProblem(
        status, new JsonRpcFailure(id, new JsonRpcError(code, message, null)), Map.of());
  }

  static HttpProblem unavailable(String message) {
    HttpProblem problem = of(UNAVAILABLE, null, ErrorCode.INTERNAL_ERROR, message);
    return new HttpProblem(problem.status, problem.failure, retryHeaders());
  }

  HttpProblem withHeader(String name, String value) {
    return new HttpProblem(status, failure, Map.of(name, value));
  }

  /** The headers of every answer that asks the client to come back. */
  static Map<String, String> retryHeaders() {
    return Map.of("Retry-After", RETRY_AFTER_SECONDS);
  }

  void answer(HttpCall call, JsonRpcCodec codec) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    call.reply(status, all, codec.encode(failure));
  }
}
