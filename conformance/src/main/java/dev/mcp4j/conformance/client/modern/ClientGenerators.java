/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.rules.Generators;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.node.ObjectNode;

/** Generates what properties of clients need besides. */
abstract class ClientGenerators extends Generators {
  /** Opens a stage whose messages are all looked at. */
  static Stage stage(Trial trial) {
    return ClientRules.stage(trial);
  }

  /** Texts that are hard to put into a header, and easy ones. */
  @Provide
  Arbitrary<String> labels() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "us-west1",
            "Hello, 世界",
            " padded ",
            "line1\nline2",
            "=?base64?literal?=",
            "=?base64?",
            "a\tb",
            "\tx",
            "true",
            "42",
            "");
    return Arbitraries.frequencyOf(
        Tuple.of(3, tricky),
        Tuple.of(1, texts().ofMinLength(1).ofMaxLength(30)),
        Tuple.of(1, names()));
  }

  /** Texts that nothing must be read into: states and cursors. */
  @Provide
  Arbitrary<String> opaque() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "eyJwYWdlIjogM30=",
            "{\"step\":1}",
            "null",
            "0",
            " a b ",
            "%2F+%20",
            "A==",
            "../..",
            "\u00e4\u0308",
            "😀");
    return Arbitraries.oneOf(tricky, texts().ofMinLength(1).ofMaxLength(60), names());
  }

  /** Names of tools that a client may be given. */
  @Provide
  Arbitrary<String> toolNames() {
    Arbitrary<String> plain =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withChars('_', '-', '.', '7')
            .ofMinLength(1)
            .ofMaxLength(20);
    return Arbitraries.frequencyOf(
        Tuple.of(1, plain), Tuple.of(1, labels().filter(name -> !name.isEmpty())));
  }

  /** An object with one member. */
  static ObjectNode args(String name, String value) {
    return Json.object().put(name, value);
  }
}
