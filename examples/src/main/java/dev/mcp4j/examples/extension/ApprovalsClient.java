/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.ClientExtension;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.ProtocolException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The client's side of the extension: hands tickets to the application, which sees to the approval.
 *
 * @param tickets takes the tickets
 */
public record ApprovalsClient(Consumer<String> tickets) implements ClientExtension {
  @Override
  public String id() {
    return Approvals.ID;
  }

  @Override
  public Set<String> resultTypes() {
    return Set.of(Approvals.TICKET);
  }

  @Override
  public <R extends Result> R resolve(
      RequestMethod<?, R> method, String resultType, JsonObject result, ExtensionCall call) {
    tickets.accept(result.get("ticket").asString());
    throw new ProtocolException("the call waits for an approval", null);
  }
}
