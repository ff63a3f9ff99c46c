/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import java.util.Map;

/**
 * A call on its way down the pipeline. Each link hands a changed copy to the next.
 *
 * @param method what is called
 * @param params the parameters, with the metadata the caller gave and none of ours
 * @param settings what the caller wants
 * @param control the clock and the cancellation of the call
 * @param parameterHeaders mirrored tool parameters
 * @param protocolVersion the revision to speak
 */
record Invocation<P extends RequestParams, R extends Result>(
    RequestMethod<P, R> method,
    P params,
    CallSettings settings,
    CallControl control,
    Map<String, String> parameterHeaders,
    String protocolVersion) {

  Invocation<P, R> withParams(RequestParams changed) {
    return new Invocation<>(
        method,
        method.paramsType().cast(changed),
        settings,
        control,
        parameterHeaders,
        protocolVersion);
  }

  Invocation<P, R> withParameterHeaders(Map<String, String> headers) {
    return new Invocation<>(method, params, settings, control, headers, protocolVersion);
  }

  Invocation<P, R> withProtocolVersion(String version) {
    return new Invocation<>(method, params, settings, control, parameterHeaders, version);
  }
}
