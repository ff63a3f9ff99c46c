/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.server.common.Common;
import dev.mcp4j.conformance.server.task.TaskSuite;
import java.util.List;
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
        Stream.of(
                Common.properties(),
                List.of(
                    MetaProperties.class,
                    VersionProperties.class,
                    StatelessProperties.class,
                    HttpHeaderProperties.class,
                    HttpParamProperties.class,
                    NotificationProperties.class,
                    InputProperties.class,
                    SubscriptionProperties.class,
                    CancellationProperties.class),
                TaskSuite.properties())
            .<Class<?>>flatMap(List::stream)
            .toList(),
        new ModernObserver(),
        ModernObserver.checks());
  }
}
