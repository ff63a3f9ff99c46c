/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.api.Experimental;
import dev.mcp4j.client.auth.AuthorizationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where a program gets the token of the platform it runs on. Asked for every token request, since
 * platforms replace these tokens often. Safe for use by several threads.
 */
@Experimental("SEP-1933")
@FunctionalInterface
public interface WorkloadTokenSource {
  /**
   * Returns a token. May block.
   *
   * @param audience whom the token should be meant for, for platforms that make them to order
   * @return a signed JWT
   * @throws IOException if there is none
   */
  String get(String audience) throws IOException;

  /**
   * Reads a file each time, such as a projected token of Kubernetes. Its audience is set where it
   * is projected.
   *
   * @param file the file, of at most 64 KiB
   * @return the source
   */
  static WorkloadTokenSource file(Path file) {
    return audience -> {
      int max = 64 << 10;
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(max + 1);
        if (bytes.length > max) {
          throw new IOException("the token has more than " + max + " bytes");
        }
        return new String(bytes, StandardCharsets.US_ASCII).strip();
      }
    };
  }

  /**
   * Reads an environment variable.
   *
   * @param name its name
   * @return the source
   */
  static WorkloadTokenSource environment(String name) {
    return audience -> {
      String token = System.getenv(name);
      if (token == null) {
        throw new IOException("the environment variable " + name + " is not set");
      }
      return token.strip();
    };
  }

  /**
   * Asks a function.
   *
   * @param tokens returns a token for an audience; may throw {@link AuthorizationException}
   * @return the source
   */
  static WorkloadTokenSource of(Function<String, String> tokens) {
    return tokens::apply;
  }
}
