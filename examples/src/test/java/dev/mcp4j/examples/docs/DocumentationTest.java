/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages show code that compiles and output that was printed. With {@code -Ddocs.rewrite} the
 * tests bring the pages up to date instead of comparing them.
 */
class DocumentationTest {
  private static final boolean REWRITE = System.getProperty("docs.rewrite") != null;
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path DOCS = MODULE.resolveSibling("docs");
  private static final String EXAMPLES = "dev.mcp4j.examples.docs";
  private static final Path MAIN = MODULE.resolve("src/main/java");
  private static final Sources SOURCES =
      new Sources(List.of(MAIN, MODULE.resolve("src/test/java")));

  /** Servers that print nothing because other examples launch them. */
  private static final Set<String> LAUNCHED_BY_OTHERS = Set.of("HelloServer");

  static List<Path> pages() {
    List<Path> pages = new ArrayList<>();
    pages.add(MODULE.resolveSibling("README.md"));
    try (Stream<Path> files = Files.list(DOCS)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  static List<String> programs() {
    return new Sources(List.of(MAIN))
        .programs(EXAMPLES).stream().filter(name -> !LAUNCHED_BY_OTHERS.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void codeIsThatOfTheSources(Path file) {
    Page page = Page.read(file);
    settle(
        page,
        page.with(
            block ->
                block.kind().equals("snippet")
                    ? SOURCES.lines(block.className(), block.region())
                    : block.lines()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  @Timeout(120)
  void outputIsWhatTheProgramPrints(String program) throws Exception {
    List<Page> showing =
        pages().stream().map(Page::read).filter(page -> shows(page, program)).toList();
    assertThat(showing).as("pages that show the output of %s", program).isNotEmpty();
    List<String> printed = Programs.output(EXAMPLES + "." + program);
    for (Page page : showing) {
      settle(page, page.with(block -> isOutput(block, program) ? printed : block.lines()));
    }
  }

  @Test
  void outputIsThatOfPrograms() {
    for (Path file : pages()) {
      assertThat(Page.read(file).blocks())
          .filteredOn(block -> block.kind().equals("output"))
          .extracting(Page.Block::className)
          .as("outputs in %s", file)
          .isSubsetOf(programs());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path file) {
    for (String link : Page.read(file).links()) {
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
      assertThat(target).as("target of %s in %s", link, file).exists();
      if (parts.length == 2) {
        assertThat(Page.read(target).anchors())
            .as("headings for %s in %s", link, file)
            .contains(parts[1]);
      }
    }
  }

  private static boolean shows(Page page, String program) {
    return page.blocks().stream().anyMatch(block -> isOutput(block, program));
  }

  private static boolean isOutput(Page.Block block, String program) {
    return block.kind().equals("output") && block.className().equals(program);
  }

  private static void settle(Page page, Page fresh) {
    if (page.lines().equals(fresh.lines())) {
      return;
    }
    if (REWRITE) {
      fresh.write();
      return;
    }
    List<String> diff =
        DiffUtils.generateUnifiedDiff(
            page + " as it is",
            page + " as it should be",
            page.lines(),
            DiffUtils.diff(page.lines(), fresh.lines()),
            2);
    fail("%s is out of date; -Ddocs.rewrite updates it:%n%s", page, String.join("\n", diff));
  }
}
