/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text files below a folder, by their path relative to it. */
final class Folder {
  /** A line that holds a word. */
  record Line(String file, int number, String text) {}

  private static final long MAX_BYTES = 1 << 20;

  private final Path root;

  Folder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path root() {
    return root;
  }

  /** The path of a file as its name here, or null if it is no text file of the folder. */
  @Nullable String name(Path path) {
    return path.startsWith(root) && isTextName(path)
        ? root.relativize(path).toString().replace('\\', '/')
        : null;
  }

  /** The relative paths of all text files, in order, with forward slashes. */
  List<String> files() {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(Folder::isText)
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. Only files that {@link #files()} names can be read. */
  String read(String file) throws IOException {
    if (!files().contains(file)) {
      throw new IOException("there is no file " + file);
    }
    return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
  }

  /** Lines that hold every one of the words, whatever their case. */
  List<Line> search(List<String> words, int limit) throws IOException {
    List<Line> found = new ArrayList<>();
    for (String file : files()) {
      int number = 0;
      for (String text : read(file).lines().toList()) {
        number++;
        String line = text.toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(line::contains)) {
          found.add(new Line(file, number, text.strip()));
          if (found.size() == limit) {
            return found;
          }
        }
      }
    }
    return found;
  }

  /** Writes a new file next to the others. */
  void write(String file, String text) throws IOException {
    Path path = root.resolve(file).normalize();
    if (!path.startsWith(root)) {
      throw new IOException(file + " lies outside the folder");
    }
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private static boolean isText(Path path) {
    try {
      return isTextName(path) && Files.size(path) <= MAX_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isTextName(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".txt");
  }
}
