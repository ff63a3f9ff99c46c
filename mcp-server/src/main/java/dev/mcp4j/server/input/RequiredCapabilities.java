/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.MissingRequiredClientCapabilityData;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.IncludeContext;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.McpException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which capabilities of the client a round of questions needs. What the client did not declare it
 * is never asked.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr, Server Requirements.
 */
final class RequiredCapabilities {
  private @Nullable JsonObject form;
  private @Nullable JsonObject url;
  private @Nullable JsonObject sampling;
  private @Nullable JsonObject tools;
  private @Nullable JsonObject context;
  private @Nullable JsonObject roots;
  private final List<String> names = new ArrayList<>();

  private RequiredCapabilities() {}

  /**
   * Refuses questions the client cannot be asked.
   *
   * @throws McpException naming all that is missing
   */
  static void check(Collection<? extends InputRequest> questions, ClientCapabilities declared) {
    RequiredCapabilities missing = new RequiredCapabilities();
    for (InputRequest question : questions) {
      if (question instanceof ElicitRequest elicit) {
        missing.elicitation(elicit, declared.elicitation());
      } else if (question instanceof CreateMessageRequest sample) {
        missing.sampling(sample.params(), declared.sampling());
      } else if (question instanceof ListRootsRequest && declared.roots() == null) {
        missing.roots = missing.note("roots");
      }
    }
    if (!missing.names.isEmpty()) {
      throw missing.refusal();
    }
  }

  private void elicitation(ElicitRequest request, @Nullable ElicitationCapability declared) {
    if (request.params() instanceof ElicitRequestURLParams) {
      url = declared != null && declared.supportsUrl() ? url : note("elicitation.url");
    } else {
      form = declared != null && declared.supportsForm() ? form : note("elicitation.form");
    }
  }

  private void sampling(CreateMessageRequestParams params, @Nullable SamplingCapability declared) {
    sampling = declared != null ? sampling : note("sampling");
    boolean toolUse = !params.tools().isEmpty() || params.toolChoice() != null;
    if (toolUse && (declared == null || declared.tools() == null)) {
      tools = note("sampling.tools");
    }
    IncludeContext include = params.includeContext();
    boolean otherContext = include != null && include != IncludeContext.NONE;
    if (otherContext && (declared == null || declared.context() == null)) {
      context = note("sampling.context");
    }
  }

  /** Remembers the name of what is missing; returns the settings to ask for. */
  private JsonObject note(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return JsonObject.EMPTY;
  }

  private McpException refusal() {
    ClientCapabilities.Builder required = ClientCapabilities.builder().roots(roots);
    if (form != null || url != null) {
      required.elicitation(new ElicitationCapability(form, url, JsonObject.EMPTY));
    }
    if (sampling != null || tools != null || context != null) {
      required.sampling(new SamplingCapability(context, tools, JsonObject.EMPTY));
    }
    return new McpException(
        ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY,
        "The request needs client capabilities that are not declared: " + String.join(", ", names),
        McpJson.toTree(new MissingRequiredClientCapabilityData(required.build())));
  }
}
