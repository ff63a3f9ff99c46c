/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown. A block of code that comes from elsewhere stands under a comment that says
 * from where: {@code <!-- snippet: Class#region -->} for a region of a source, {@code <!-- output:
 * Class -->} for what a program prints.
 */
final class Page {
  /** A block that comes from elsewhere; its lines are those between the fences. */
  record Block(String kind, String className, String region, int firstLine, List<String> lines) {}

  private static final Pattern MARK =
      Pattern.compile("<!-- (?<kind>snippet|output): (?<class>\\w+)(?:#(?<region>[\\w-]+))? -->");
  private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^()\\s]+)\\)");
  private static final String FENCE = "```";
  private static final String JAVA = "java";

  private final Path file;
  private final List<String> lines;

  private Page(Path file, List<String> lines) {
    this.file = file;
    this.lines = List.copyOf(lines);
  }

  static Page of(Path file, List<String> lines) {
    return new Page(file, lines);
  }

  static Page read(Path file) {
    try {
      return of(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write() {
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return lines;
  }

  /**
   * The blocks that come from elsewhere.
   *
   * @throws IllegalArgumentException if Java code does not say where it comes from
   */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      Matcher mark = MARK.matcher(lines.get(at));
      if (mark.matches()) {
        at = addBlock(mark, at + 1, blocks);
      } else if (lines.get(at).strip().startsWith(FENCE)) {
        refuseJava(at);
        at = end(at) + 1;
      } else {
        at++;
      }
    }
    return blocks;
  }

  /** The page with other lines in some of its blocks. */
  Page with(Function<Block, List<String>> content) {
    List<String> changed = new ArrayList<>();
    int from = 0;
    for (Block block : blocks()) {
      changed.addAll(lines.subList(from, block.firstLine()));
      changed.addAll(content.apply(block));
      from = block.firstLine() + block.lines().size();
    }
    changed.addAll(lines.subList(from, lines.size()));
    return new Page(file, changed);
  }

  /** Where the links of the text lead, without those to other sites. */
  List<String> links() {
    return text().stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .toList();
  }

  /** What a link can name in this page, made from the headings as GitHub does. */
  List<String> anchors() {
    return text().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  private List<String> text() {
    List<String> text = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).strip().startsWith(FENCE)) {
        at = end(at);
      } else {
        text.add(lines.get(at));
      }
    }
    return text;
  }

  private int addBlock(Matcher mark, int fence, List<Block> blocks) {
    if (fence == lines.size() || !lines.get(fence).startsWith(FENCE)) {
      throw fault(fence, "expected a block of code under the comment");
    }
    String kind = mark.group("kind");
    String region = mark.group("region");
    if (kind.equals("snippet") != lines.get(fence).equals(FENCE + JAVA)) {
      throw fault(fence, "snippets are java, outputs are not");
    }
    int end = end(fence);
    blocks.add(
        new Block(
            kind,
            mark.group("class"),
            region == null ? "" : region,
            fence + 1,
            lines.subList(fence + 1, end)));
    return end + 1;
  }

  private void refuseJava(int fence) {
    if (lines.get(fence).strip().equals(FENCE + JAVA)) {
      throw fault(fence, "Java code needs a comment <!-- snippet: Class#region --> above it");
    }
  }

  private int end(int fence) {
    for (int at = fence + 1; at < lines.size(); at++) {
      if (lines.get(at).strip().equals(FENCE)) {
        return at;
      }
    }
    throw fault(fence, "the block of code has no end");
  }

  private IllegalArgumentException fault(int line, String what) {
    return new IllegalArgumentException(file + ":" + (line + 1) + ": " + what);
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
