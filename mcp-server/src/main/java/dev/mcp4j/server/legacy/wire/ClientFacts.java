/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.legacy.InitializeRequestParams;
import dev.mcp4j.api.legacy.LegacyRevision;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client said about itself when its session began.
 *
 * @param revision the revision of the session
 * @param clientInfo name and version; null if it did not say
 * @param capabilities what it declared
 */
public record ClientFacts(
    LegacyRevision revision, @Nullable Implementation clientInfo, ClientCapabilities capabilities) {
  /**
   * Checks the components.
   *
   * @param revision not null
   * @param clientInfo may be null
   * @param capabilities not null
   */
  public ClientFacts {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(capabilities, "capabilities");
  }

  /**
   * Negotiates. A client that wants a revision nobody knows is offered the newest.
   *
   * @param params what the client sends
   * @return the facts
   */
  public static ClientFacts of(InitializeRequestParams params) {
    LegacyRevision wanted = LegacyRevision.ofWireName(params.protocolVersion());
    return new ClientFacts(
        wanted == null ? LegacyRevision.LATEST : wanted,
        params.clientInfo(),
        params.capabilities());
  }

  /**
   * Says what the client can do in the words of the newest revision. What its own revision does not
   * have does not count.
   *
   * @return the capabilities
   */
  public ClientCapabilities raisedCapabilities() {
    // No older revision has extensions, so an answer of one would mean nothing there.
    ClientCapabilities.Builder raised = capabilities.toBuilder().extensions(Map.of());
    if (revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      return raised.build();
    }
    boolean elicits =
        capabilities.elicitation() != null && revision.isAtLeast(LegacyRevision.V2025_06_18);
    SamplingCapability samples = capabilities.sampling();
    return raised
        .elicitation(elicits ? ElicitationCapability.FORM : null)
        // Context needed no word of its own then, and there were no tools.
        .sampling(
            samples == null
                ? null
                : new SamplingCapability(JsonObject.EMPTY, null, samples.other()))
        .build();
  }
}
