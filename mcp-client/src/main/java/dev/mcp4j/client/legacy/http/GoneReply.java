/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.legacy.session.SessionGoneException;
import dev.mcp4j.client.transport.http.ReplyReader;
import dev.mcp4j.jsonrpc.JsonRpcFailure;

/**
 * The body of a response with status 404 to a request in a session. It means that there is no such
 * session, unless it says that there is no such method.
 *
 * @param body reads it as what it is
 * @param context what it is read for
 * @param gone told when the session is gone
 */
record GoneReply(ReplyReader body, ReplyContext context, Runnable gone) implements ReplyReader {
  @Override
  public void feed(byte[] bytes) {
    try {
      body.feed(bytes);
    } catch (HttpStatusException e) {
      throw sessionGone();
    }
  }

  @Override
  public void end() {
    try {
      body.end();
    } catch (HttpStatusException e) {
      throw sessionGone();
    }
    boolean noMethod =
        context.ready().peek() instanceof JsonRpcFailure failure
            && failure.error().code() == ErrorCode.METHOD_NOT_FOUND
            && context.request().message().id().equals(failure.id());
    if (!noMethod) {
      context.ready().clear();
      throw sessionGone();
    }
  }

  private SessionGoneException sessionGone() {
    gone.run();
    return new SessionGoneException(
        "%s does not know the session of %s".formatted(context.peer().target(), context.method()));
  }
}
