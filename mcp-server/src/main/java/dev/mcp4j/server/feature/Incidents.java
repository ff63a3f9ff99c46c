/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures under a reference, which is all the peer learns about them. */
public final class Incidents {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final int REFERENCE_BYTES = 6;

  private final SecureRandom random;

  /**
   * Makes the log.
   *
   * @param random where references come from
   */
  public Incidents(SecureRandom random) {
    this.random = random;
  }

  /** Makes a reference. */
  public String newReference() {
    byte[] bytes = new byte[REFERENCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Logs a failure.
   *
   * @param what what failed, for people
   * @return the reference
   */
  String report(String what, Throwable failure) {
    String reference = newReference();
    log.error("{} failed, reference {}", what, reference, failure);
    return reference;
  }
}
