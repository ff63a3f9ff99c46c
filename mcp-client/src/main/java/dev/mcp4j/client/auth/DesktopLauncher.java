/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the browser of the desktop, if there is one. */
final class DesktopLauncher implements BrowserLauncher {
  private static final Logger log = LoggerFactory.getLogger(DesktopLauncher.class);

  @Override
  public void open(URI url) {
    if (!browse(url)) {
      System.err.println("Open this page to sign in: " + url);
    }
  }

  private static boolean browse(URI url) {
    try {
      if (GraphicsEnvironment.isHeadless()
          || !Desktop.isDesktopSupported()
          || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        return false;
      }
      Desktop.getDesktop().browse(url);
      return true;
    } catch (IOException | RuntimeException | LinkageError e) {
      // The module of the desktop may be missing from the run-time image.
      log.debug("the browser cannot be opened: {}", e.getClass().getSimpleName());
      return false;
    }
  }
}
