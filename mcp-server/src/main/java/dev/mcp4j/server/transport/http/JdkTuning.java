/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.util.Map;

/**
 * Settings of the JDK's server that have no other door than system properties, which it reads once,
 * with its first server. They hold for every server of the JVM; what is set already stays.
 */
final class JdkTuning {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          // Without it two small writes in a row wait for each other some 40 ms.
          "sun.net.httpserver.nodelay", "true",
          // Connections beyond the default of 200 are closed right after their answer.
          "sun.net.httpserver.maxIdleConnections", "10000",
          // Seconds. The default of 30 is below what clients expect, so requests get lost.
          "sun.net.httpserver.idleInterval", "300",
          // Seconds for a whole request. By default a client may hold a thread forever.
          "sun.net.httpserver.maxReqTime", "60");

  private JdkTuning() {}

  static void apply() {
    PROPERTIES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
