/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that holds the text a test is expected to produce, below a header that says in prose what
 * it shows: which rule, and which faults it holds shut. Header lines begin with {@code #}.
 *
 * <p>With the system property {@value #PROPERTY} set to {@value #REGENERATE}, a text that differs
 * is written to the file, below the header that is there, and the check passes: look at the change
 * before you keep it. A file without a header never passes.
 *
 * <p>Line ends do not matter. Immutable.
 */
public final class GoldenFile {
  /** The system property that says what to do about differences. */
  public static final String PROPERTY = "mcp4j.testkit.golden";

  /** The value of the property with which files are written anew. */
  public static final String REGENERATE = "regenerate";

  private static final String HEADER_WANTED = "# Say here what this shows.\n";

  private final Path path;

  private GoldenFile(Path path) {
    this.path = path;
  }

  /**
   * Names a file, which need not exist yet.
   *
   * @param path where it is; a relative path starts at the working directory, which is the folder
   *     of the module in a Maven build
   * @return the file
   */
  public static GoldenFile at(Path path) {
    return new GoldenFile(path);
  }

  /**
   * Checks a text against the file, or writes it there.
   *
   * @param actual the text
   * @throws AssertionError if they differ, or the file or its header is missing
   * @throws UncheckedIOException if the file cannot be read or written
   */
  public void check(String actual) {
    String text = actual.replace("\r\n", "\n");
    boolean regenerate = REGENERATE.equals(System.getProperty(PROPERTY));
    if (!Files.exists(path)) {
      missing(text, regenerate);
      return;
    }
    String content = read();
    String header = header(content);
    if (header.isBlank() || header.equals(HEADER_WANTED)) {
      throw new AssertionError(
          "%s says nowhere what it shows: begin it with lines of prose that start with #"
              .formatted(path));
    }
    String expected = body(content);
    if (!expected.equals(text)) {
      differs(header, expected, text, regenerate);
    }
  }

  private void missing(String text, boolean regenerate) {
    if (!regenerate) {
      throw new AssertionError(
          "%s does not exist; run with -D%s=%s to write it. The text would be:%n%s"
              .formatted(path, PROPERTY, REGENERATE, text));
    }
    write(HEADER_WANTED + "\n" + text);
    throw new AssertionError("wrote %s; say in its header what it shows".formatted(path));
  }

  private void differs(String header, String expected, String text, boolean regenerate) {
    if (!regenerate) {
      throw new AssertionError(
          "differs from %s; run with -D%s=%s if the new text is right:%n%s"
              .formatted(path, PROPERTY, REGENERATE, Difference.between(expected, text)));
    }
    write(header + "\n" + text);
  }

  private String read() {
    try {
      return Files.readString(path, UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String content) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, content, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(String content) {
    return lines(content).stream()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String body(String content) {
    return lines(content).stream()
        .dropWhile(line -> line.startsWith("#"))
        .dropWhile(String::isBlank)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> lines(String content) {
    return content.lines().toList();
  }
}
