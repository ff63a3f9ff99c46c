/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.legacy.LegacyRevision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientFactsTest {
  @ParameterizedTest
  @EnumSource(LegacyRevision.class)
  void extensionsOfAnOlderClientDoNotCount(LegacyRevision revision) {
    ClientCapabilities declared =
        ClientCapabilities.builder()
            .elicitation(ElicitationCapability.FORM)
            .extension("io.modelcontextprotocol/tasks", JsonObject.EMPTY)
            .build();

    ClientCapabilities raised = new ClientFacts(revision, null, declared).raisedCapabilities();

    assertThat(raised.extensions()).isEmpty();
    assertThat(raised.elicitation() != null)
        .isEqualTo(revision.isAtLeast(LegacyRevision.V2025_06_18));
  }
}
