/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class StdioGuardTest {
  @Test
  void whatIsPrintedGoesToTheErrorStreamUntilTheStreamsAreGivenBack() throws Exception {
    InputStream in = System.in;
    PrintStream out = System.out;

    try (StdioGuard guard = new StdioGuard()) {
      assertThat(System.out).isSameAs(System.err);
      assertThat(System.in.read()).isEqualTo(-1);
      assertThat(guard.input()).isSameAs(in);
    }

    assertThat(System.out).isSameAs(out);
    assertThat(System.in).isSameAs(in);
  }
}
