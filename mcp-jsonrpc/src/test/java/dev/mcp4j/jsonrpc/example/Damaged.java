/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is left of JSON when something went wrong with it. */
final class Damaged {
  private static final List<JsonNode> ODDITIES =
      List.of(
              "null",
              "true",
              "-1",
              "1.5",
              "1e99999",
              "99999999999999999999",
              "\"\"",
              "\"text\"",
              "\"\\ud800\"",
              "[]",
              "[null]",
              "[[{}]]",
              "{}",
              "{\"type\":\"text\"}",
              "{\"\":{}}")
          .stream()
          .map(Damaged::oddity)
          .toList();

  private Damaged() {}

  /** Returns bytes of which some are others than they were, missing, or there twice. */
  static byte[] bytes(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    for (int i = random.nextInt(3); i >= 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt();
        case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> damaged = Arrays.copyOf(damaged, at);
        default -> damaged = withRepetition(damaged, at, random.nextInt(damaged.length - at));
      }
    }
    return damaged;
  }

  /** Returns JSON in which one value is another than it was, or missing. */
  static byte[] value(byte[] whole, Random random) {
    JsonNode tree = McpJson.read(JsonNode.class, whole);
    List<Runnable> places = new ArrayList<>();
    collect(tree, random, places);
    if (!places.isEmpty()) {
      places.get(random.nextInt(places.size())).run();
    }
    return McpJson.write(tree);
  }

  /** Returns texts of pieces of messages in any order. */
  static Arbitrary<byte[]> soup() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            " ",
            "\"",
            "\"jsonrpc\":",
            "\"2.0\"",
            "\"id\":",
            "7",
            "\"method\":",
            "\"tools/call\"",
            "\"params\":",
            "\"name\":",
            "\"x\"",
            "\"result\":",
            "\"error\":",
            "\"code\":",
            "\"message\":",
            "\"_meta\":",
            "{}",
            "[]",
            "null",
            "true",
            "-",
            "0",
            "1.5",
            "1e999999999",
            "e",
            "\\",
            "\\u0061",
            "\ufeff",
            "é",
            "\0")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces).getBytes(UTF_8));
  }

  private static byte[] withRepetition(byte[] bytes, int at, int length) {
    byte[] longer = new byte[bytes.length + length];
    System.arraycopy(bytes, 0, longer, 0, at + length);
    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
    return longer;
  }

  private static void collect(JsonNode node, Random random, List<Runnable> places) {
    JsonNode oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        places.add(() -> object.set(name, oddity));
        places.add(() -> object.remove(name));
        collect(object.get(name), random, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, oddity));
        collect(array.get(i), random, places);
      }
    }
  }

  private static JsonNode oddity(String json) {
    return McpJson.read(JsonNode.class, json.getBytes(UTF_8));
  }
}
