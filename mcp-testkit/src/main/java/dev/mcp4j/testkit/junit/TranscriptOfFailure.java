/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.testkit.Transcript;

/** Brings the transcript to where the failure of a test is shown. */
final class TranscriptOfFailure extends Throwable {
  private static final long serialVersionUID = 1L;

  TranscriptOfFailure(Transcript transcript) {
    super("what was said before:\n" + transcript, null, false, false);
  }
}
