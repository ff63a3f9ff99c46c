/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.TextResourceContents;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what was read of a resource. */
public final class ReadResourceResultAssert
    extends AbstractAssert<ReadResourceResultAssert, ReadResourceResult> {
  ReadResourceResultAssert(@Nullable ReadResourceResult actual) {
    super(actual, ReadResourceResultAssert.class);
  }

  /**
   * Checks that there is one text, and which.
   *
   * @param expected the text
   * @return this assertion
   */
  public ReadResourceResultAssert hasText(String expected) {
    TextResourceContents text = only(TextResourceContents.class, "text");
    if (!text.text().equals(expected)) {
      throw failureWithActualExpected(
          text.text(),
          expected,
          "%nExpecting the text%n  %s%nbut it is%n  %s",
          expected,
          text.text());
    }
    return this;
  }

  /**
   * Checks that there is one blob, and which.
   *
   * @param expected the bytes
   * @return this assertion
   */
  public ReadResourceResultAssert hasBytes(byte[] expected) {
    BlobResourceContents blob = only(BlobResourceContents.class, "blob");
    byte[] bytes = Base64.getDecoder().decode(blob.blob());
    if (!Arrays.equals(bytes, expected)) {
      throw failure(
          "%nExpecting the %d bytes%n  %s%nbut there are %d%n  %s",
          expected.length, Base64.getEncoder().encodeToString(expected), bytes.length, blob.blob());
    }
    return this;
  }

  /**
   * Checks whose contents they are.
   *
   * @param expected the URIs of all contents, in order
   * @return this assertion
   */
  public ReadResourceResultAssert hasUris(String... expected) {
    isNotNull();
    List<String> uris = actual.contents().stream().map(ReadResourceResultAssert::uri).toList();
    if (!uris.equals(List.of(expected))) {
      throw failureWithActualExpected(
          uris,
          List.of(expected),
          "%nExpecting contents of%n  %s%nbut they are of%n  %s",
          List.of(expected),
          uris);
    }
    return this;
  }

  private <C extends ResourceContents> C only(Class<C> kind, String name) {
    isNotNull();
    if (actual.contents().size() != 1 || !kind.isInstance(actual.contents().get(0))) {
      throw failure("%nExpecting one %s, but there is%n  %s", name, actual.contents());
    }
    return kind.cast(actual.contents().get(0));
  }

  private static String uri(ResourceContents contents) {
    if (contents instanceof TextResourceContents text) {
      return text.uri();
    }
    return contents instanceof BlobResourceContents blob ? blob.uri() : contents.toString();
  }
}
