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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources that pages show pieces of. A piece stands between {@code // @start region="name"} and
 * {@code // @end region="name"}. The same name may be used several times in a file; its pieces are
 * then shown one after the other, with an empty line between them.
 */
final class Sources {
  private static final Pattern MARK =
      Pattern.compile("\\s*// @(?<kind>start|end) region=\"(?<name>[^\"]*)\"\\s*");

  private final List<Path> roots;

  Sources(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /** The lines of a region; without a name, those of the file below its package. */
  List<String> lines(String className, String region) {
    Path file = file(className);
    List<String> lines = read(file);
    return region.isEmpty() ? body(lines) : region(lines, region, file);
  }

  /** The simple names of the classes of a package that can be run. */
  List<String> programs(String packageName) {
    return roots.stream()
        .map(root -> root.resolve(packageName.replace('.', '/')))
        .filter(Files::isDirectory)
        .flatMap(Sources::walk)
        .filter(file -> read(file).stream().anyMatch(it -> it.contains("static void main(")))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .sorted()
        .toList();
  }

  private Path file(String className) {
    List<Path> found =
        roots.stream()
            .flatMap(Sources::walk)
            .filter(file -> file.getFileName().toString().equals(className + ".java"))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "expected one source of class " + className + ", found " + found);
    }
    return found.get(0);
  }

  private static List<String> body(List<String> lines) {
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("package ")) {
      at++;
    }
    List<String> body =
        new ArrayList<>(lines.subList(Math.min(at + 1, lines.size()), lines.size()));
    body.removeIf(line -> MARK.matcher(line).matches());
    return flushLeft(body);
  }

  private static List<String> region(List<String> lines, String region, Path file) {
    List<String> all = new ArrayList<>();
    List<String> piece = null;
    for (String line : lines) {
      Matcher mark = MARK.matcher(line);
      boolean marks = mark.matches();
      if (marks && mark.group("name").equals(region)) {
        boolean starts = mark.group("kind").equals("start");
        if (starts == (piece != null)) {
          throw new IllegalArgumentException(
              "region " + region + " of " + file + " starts and ends out of turn");
        }
        if (starts) {
          piece = new ArrayList<>();
        } else {
          if (!all.isEmpty()) {
            all.add("");
          }
          all.addAll(flushLeft(piece));
          piece = null;
        }
      } else if (!marks && piece != null) {
        piece.add(line);
      }
    }
    if (piece != null || all.isEmpty()) {
      throw new IllegalArgumentException(
          "region " + region + " of " + file + (piece == null ? " does not exist" : " has no end"));
    }
    return all;
  }

  private static List<String> flushLeft(List<String> piece) {
    int indent =
        piece.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    return trimmed(piece).stream()
        .map(line -> line.isBlank() ? "" : line.substring(indent))
        .toList();
  }

  /** Without the empty lines before and after, which only set the marks apart. */
  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (from < to && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to);
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
