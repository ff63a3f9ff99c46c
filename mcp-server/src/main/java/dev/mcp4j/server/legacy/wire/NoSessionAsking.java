/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.legacy.UrlElicitation;
import dev.mcp4j.api.legacy.UrlElicitationRequiredData;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.core.RequestScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Tells a client that cannot be asked which web pages its user has to visit before it sends the
 * request again. Everything else it is not asked.
 *
 * <p>Specification 2025-11-25: client/elicitation, URL Elicitation Required Error.
 *
 * @param elicitationIds makes ids of elicitations, unguessable
 */
public record NoSessionAsking(Supplier<String> elicitationIds) implements Asking {
  @Override
  public Map<String, JsonNode> ask(Map<String, InputRequest> questions, RequestScope scope)
      throws UnansweredException {
    List<UrlElicitation> pages = new ArrayList<>();
    for (InputRequest question : questions.values()) {
      if (!(question instanceof ElicitRequest elicit
          && elicit.params() instanceof ElicitRequestURLParams page)) {
        throw new UnansweredException("it has no session in which it could answer");
      }
      pages.add(new UrlElicitation(page.message(), page.url(), elicitationIds.get()));
    }
    throw new McpException(
        ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY,
        "The request needs the user to visit a web page first",
        LegacyJson.write(new UrlElicitationRequiredData(pages)).node());
  }
}
