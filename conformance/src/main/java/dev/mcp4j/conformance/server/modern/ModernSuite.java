/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.server.common.Common;
import java.util.stream.Stream;

/** What servers of revision 2026-07-28 are checked for. */
public final class ModernSuite {
  static final String VERSION = Revision.V2026_07_28.text();

  private ModernSuite() {}

  /**
   * Returns the suite.
   *
   * @return properties and observer
   */
  public static Suite suite() {
    return new Suite(
        Revision.V2026_07_28,
        Role.SERVER,
        Stream.concat(
                Common.properties().stream(),
                Stream.of(
                    MetaProperties.class,
                    VersionProperties.class,
                    StatelessProperties.class,
                    HttpHeaderProperties.class,
                    HttpParamProperties.class,
                    NotificationProperties.class,
                    InputProperties.class,
                    SubscriptionProperties.class,
                    CancellationProperties.class))
            .toList(),
        new ModernObserver(),
        ModernObserver.checks());
  }
}
