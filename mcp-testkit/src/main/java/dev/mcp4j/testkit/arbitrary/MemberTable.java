/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.testkit.arbitrary.TypeSpec.MemberSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The members of every object of the protocol, read from {@code members.txt}. */
final class MemberTable {
  private static final Map<String, TypeSpec> TYPES = load();

  private MemberTable() {}

  static boolean has(String type) {
    return TYPES.containsKey(type);
  }

  static TypeSpec get(String type) {
    return Objects.requireNonNull(TYPES.get(type), type);
  }

  private static Map<String, TypeSpec> load() {
    Map<String, TypeSpec> types = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(MemberTable.class.getResourceAsStream("members.txt"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(MemberTable::parse)
          .forEach(type -> types.put(type.name(), type));
      return Map.copyOf(types);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeSpec parse(String line) {
    String[] union = line.split(" = ", 2);
    if (union.length == 2) {
      return new TypeSpec(union[0], List.of(), List.of(union[1].split(" ")));
    }
    String[] type = line.split(": ", 2);
    return new TypeSpec(
        type[0], Arrays.stream(type[1].split(", ")).map(MemberTable::member).toList(), List.of());
  }

  private static MemberSpec member(String text) {
    String[] parts = text.split(" ", 2);
    boolean required = parts[0].endsWith("!");
    String name = required ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
    return new MemberSpec(name, required, parts[1]);
  }
}
