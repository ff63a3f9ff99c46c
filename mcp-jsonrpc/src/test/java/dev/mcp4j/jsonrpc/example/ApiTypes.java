/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import dev.mcp4j.api.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the protocol model, found where the model was loaded from. Those of the older
 * revisions and of extensions are not among them: they have codecs of their own.
 */
public final class ApiTypes {
  private static final List<String> OTHERS =
      List.of("dev.mcp4j.api.legacy.", "dev.mcp4j.api.extension.", "dev.mcp4j.api.task.");
  private static final List<Class<?>> ALL = load();

  private ApiTypes() {}

  /** Returns every class, nested ones included. */
  public static List<Class<?>> all() {
    return ALL;
  }

  /** Returns the class of a simple name. */
  public static Class<?> named(String simpleName) {
    return ALL.stream()
        .filter(type -> type.getSimpleName().equals(simpleName))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no type " + simpleName));
  }

  private static List<Class<?>> load() {
    try {
      Path place = Path.of(Reply.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return classesIn(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return classesIn(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> classesIn(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> OTHERS.stream().noneMatch(name::startsWith))
          .sorted()
          .<Class<?>>map(ApiTypes::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Reply.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
