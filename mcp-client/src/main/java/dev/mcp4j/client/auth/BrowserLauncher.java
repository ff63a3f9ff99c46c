/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;

/** Shows a page to the user. Safe for use by several threads. */
@FunctionalInterface
public interface BrowserLauncher {
  /**
   * Shows a page. Should not wait until the user is done with it. Must not hand the URL to a shell.
   *
   * @param url of {@code https}, or of {@code http} on the loopback interface
   * @throws AuthorizationException if that is not possible
   */
  void open(URI url);

  /**
   * Makes the launcher for the desktop of the user. Where there is none, or none that can be
   * reached from the program, it prints the URL to the standard error stream instead.
   *
   * @return the launcher
   */
  static BrowserLauncher desktop() {
    return new DesktopLauncher();
  }
}
