/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON file that shows one type of the protocol: {@code <type name>/<what it shows>.json}.
 *
 * @param typeName the name of the type in the schema of the specification
 * @param file where it is
 */
public record Example(String typeName, Path file) {
  /** Returns the examples of this project. */
  public static List<Example> own() {
    try {
      return in(Path.of(Example.class.getResource("/examples").toURI()));
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the examples of the specification, if the specification lies beside the project. */
  public static Optional<List<Example>> ofSpecification() {
    return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
        .map(dir -> dir.resolve("shared/spec/2026-07-28/examples"))
        .filter(Files::isDirectory)
        .findFirst()
        .map(Example::in);
  }

  private static List<Example> in(Path root) {
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> new Example(file.getParent().getFileName().toString(), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the content of the file. */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return typeName + "/" + file.getFileName();
  }
}
