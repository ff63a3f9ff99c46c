/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of a revision, where a copy of the specification lies beside the project. */
public final class SpecificationText {
  private static final Pattern KEY_WORDS =
      Pattern.compile(
          "\\b(?:NOT\\s+RECOMMENDED|(?:MUST|SHALL|SHOULD)(?:\\s+NOT)?|REQUIRED|RECOMMENDED)\\b");

  private final Path folder;

  private SpecificationText(Path folder) {
    this.folder = folder;
  }

  /** Looks beside the folder of the project, from wherever the test runs. */
  public static Optional<SpecificationText> of(Revision revision) {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .flatMap(path -> Stream.of(path.resolve("spec"), path.resolve("shared/spec")))
        .map(path -> path.resolve(revision.text()))
        .filter(path -> Files.exists(path.resolve("schema.json")))
        .findFirst()
        .map(SpecificationText::new);
  }

  List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".mdx"))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The pages of the extension that a page belongs to. */
  List<String> siblings(String page) throws IOException {
    try (Stream<Path> files = Files.list(file(page).getParent())) {
      return files.map(file -> folder.resolveSibling("").relativize(file).toString()).toList();
    }
  }

  private Path file(String page) {
    return page.startsWith("extensions/") ? folder.resolveSibling(page) : folder.resolve(page);
  }

  public String text(String page) {
    try {
      return Files.readString(file(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key words of a page as {@code LINE KEYWORD}, each as often as it is there. */
  List<String> keyWords(String page) {
    if (page.equals("schema.json")) {
      return schemaKeyWords();
    }
    String text = text(page);
    List<String> found = new ArrayList<>();
    Matcher matcher = KEY_WORDS.matcher(text);
    while (matcher.find()) {
      long line = text.substring(0, matcher.start()).lines().count();
      boolean atLineStart = matcher.start() == 0 || text.charAt(matcher.start() - 1) == '\n';
      found.add((atLineStart ? line + 1 : line) + " " + level(matcher.group()));
    }
    return found;
  }

  /** The heading that a line of a page stands below. */
  String heading(String page, int line) {
    List<String> lines = text(page).lines().toList();
    for (int i = line - 1; i >= 0; i--) {
      Matcher heading = Pattern.compile("#+ +(.*)").matcher(lines.get(i));
      if (heading.matches()) {
        return heading.group(1).replace("`", "").strip();
      }
    }
    return "";
  }

  Set<String> definitions() {
    JsonNode schema = JsonMapper.shared().readTree(text("schema.json"));
    return new LinkedHashSet<>(schema.path("$defs").propertyNames());
  }

  private List<String> schemaKeyWords() {
    JsonNode schema = JsonMapper.shared().readTree(text("schema.json"));
    List<String> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    schema.path("$defs").properties().forEach(e -> walk(e.getValue(), e.getKey(), seen, found));
    return found;
  }

  private static void walk(JsonNode node, String path, Set<String> seen, List<String> found) {
    String description = node.path("description").stringValue("");
    if (seen.add(description)) {
      Matcher matcher = KEY_WORDS.matcher(description);
      while (matcher.find()) {
        found.add(path + " " + level(matcher.group()));
      }
    }
    node.properties()
        .forEach(
            member -> {
              if (member.getKey().equals("properties")) {
                member
                    .getValue()
                    .properties()
                    .forEach(p -> walk(p.getValue(), path + "." + p.getKey(), seen, found));
              } else {
                walk(member.getValue(), path, seen, found);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> walk(element, path, seen, found));
    }
  }

  private static Level level(String keyWord) {
    return Level.of(keyWord.replaceAll("\\s+", " "));
  }
}
