/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.server.McpServer;
import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The program that serves a server under test over its standard streams. */
final class ChildServer {
  private ChildServer() {}

  /**
   * Serves.
   *
   * @param args the name of the class that makes the server
   * @throws ReflectiveOperationException if there is no such class
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    make(Class.forName(args[0])).serveStdio();
  }

  /** What launches this program, with the Java and the classes of this process. */
  static List<String> command(Class<?> factory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        String.join(File.pathSeparator, classPath(factory)),
        ChildServer.class.getName(),
        factory.getName());
  }

  static McpServer make(Class<?> factory) {
    try {
      Constructor<?> constructor = factory.getDeclaredConstructor();
      constructor.setAccessible(true);
      if (constructor.newInstance() instanceof Supplier<?> supplier
          && supplier.get() instanceof McpServer server) {
        return server;
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(factory + " cannot make a server: " + e, e);
    }
    throw new IllegalArgumentException(factory + " makes no server");
  }

  /** Where this process has its classes from, be it modules or not. */
  private static Set<String> classPath(Class<?> factory) {
    Set<String> places = new LinkedHashSet<>();
    CodeSource source = factory.getProtectionDomain().getCodeSource();
    if (source != null) {
      try {
        places.add(Path.of(source.getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String path = System.getProperty(property, "");
      places.addAll(List.of(path.split(File.pathSeparator)));
    }
    places.remove("");
    return places;
  }
}
