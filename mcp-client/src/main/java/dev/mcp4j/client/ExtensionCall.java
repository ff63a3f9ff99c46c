/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What an extension can do on behalf of a call that is under way. The time limits of the call hold
 * for all of it, and whatever cancels the call ends it. For one thread.
 */
public interface ExtensionCall {
  /**
   * Sends a request and waits for its result.
   *
   * @param method the method
   * @param params the parameters
   * @param <P> the parameters
   * @param <R> the result
   * @return the result
   * @throws McpClientException for the reasons of {@link Call#result()}
   */
  <P extends RequestParams, R extends Result> R request(RequestMethod<P, R> method, P params);

  /**
   * Sends a request whether or not the call is still wanted. Does not wait; what comes of it is
   * ignored.
   *
   * @param method the method
   * @param params the parameters
   * @param <P> the parameters
   * @param <R> the result
   */
  <P extends RequestParams, R extends Result> void requestInBackground(
      RequestMethod<P, R> method, P params);

  /**
   * Answers a question of the server with what the application has registered. The time that takes
   * does not count.
   *
   * @param key names the question in exceptions
   * @param question the question
   * @return the answer
   * @throws InputRequestException if there is none
   */
  JsonNode answer(String key, InputRequest question);

  /**
   * Waits.
   *
   * @param time how long
   * @throws CallTimeoutException if the call has no time left
   * @throws CallCancelledException if the call was cancelled, or the thread interrupted
   */
  void pause(Duration time);
}
