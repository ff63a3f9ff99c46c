/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.server.common.Common;
import java.util.stream.Stream;

/** What servers of revision 2025-11-25 are checked for. */
public final class LegacySuite {
  private LegacySuite() {}

  /**
   * Returns the suite.
   *
   * @return properties and observer
   */
  public static Suite suite() {
    return new Suite(
        Revision.V2025_11_25,
        Role.SERVER,
        Stream.concat(
                Stream.of(HandshakeProperties.class, SessionProperties.class),
                Stream.concat(
                    Common.properties().stream(),
                    Stream.of(
                        UtilityProperties.class,
                        ListenProperties.class,
                        ChangeProperties.class,
                        ResumptionProperties.class,
                        QuestionProperties.class,
                        CancellationProperties.class)))
            .toList(),
        new LegacyObserver(),
        LegacyObserver.checks());
  }
}
