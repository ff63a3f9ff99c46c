/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.client.CacheMode;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.McpClientException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What is done on behalf of a call.
 *
 * @param core sends requests
 * @param handlers answers questions
 * @param method what was called, for exceptions
 * @param settings what the call wants
 * @param control the clock and the cancellation of the call
 */
record BehalfCall(
    ClientCore core,
    InputHandlers handlers,
    String method,
    CallSettings settings,
    CallControl control)
    implements ExtensionCall {
  private static final Logger log = LoggerFactory.getLogger(BehalfCall.class);

  @Override
  public <P extends RequestParams, R extends Result> R request(RequestMethod<P, R> sent, P params) {
    return core.call(sent, params, settings.forLookup(CacheMode.BYPASS), control);
  }

  @Override
  public <P extends RequestParams, R extends Result> void requestInBackground(
      RequestMethod<P, R> sent, P params) {
    try {
      core.executor()
          .execute(
              () -> {
                try {
                  CallSettings plain = CallDefaults.plain(settings.timeout());
                  R unused = core.call(sent, params, plain, core.newControl(plain));
                } catch (McpClientException | IllegalStateException e) {
                  log.debug("{} did not reach the server", sent.name(), e);
                }
              });
    } catch (RejectedExecutionException e) {
      log.debug("{} is not sent any more: the client is closed", sent.name(), e);
    }
  }

  @Override
  public JsonNode answer(String key, InputRequest question) {
    return handlers.answer(key, question, control);
  }

  @Override
  public void pause(Duration time) {
    control.pause(time, method);
  }
}
