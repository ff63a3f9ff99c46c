/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place in a file where the newest figures stand. */
final class Marks {
  private static final String BEGIN = "<!-- figures: begin -->\n";
  private static final String END = "<!-- figures: end -->\n";

  private Marks() {}

  /** Replaces what stands between the two marks. */
  static void replace(Path file, String figures) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("expected " + BEGIN.strip() + " and " + END.strip() + " in " + file);
    }
    Files.writeString(
        file, text.substring(0, begin) + BEGIN + "\n" + figures + text.substring(end));
  }
}
