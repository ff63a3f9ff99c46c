/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.UTF8JsonGenerator;

/**
 * Knows immutable lists that were written before, and from the second time on their text: a server
 * sends the pages of its lists over and over. Lists are told apart by identity, and a few are known
 * at a time. Safe for use by several threads.
 */
final class WrittenLists {
  private static final int SLOTS = 16;

  private final AtomicReferenceArray<@Nullable Written> slots = new AtomicReferenceArray<>(SLOTS);

  /**
   * A list that was written.
   *
   * @param list the list
   * @param text its text; null if it was written once
   */
  private record Written(WeakReference<List<?>> list, @Nullable SerializedString text) {}

  <T> void write(JsonOutput out, JsonType<T> type, List<T> list) {
    int slot = System.identityHashCode(list) % SLOTS;
    Written written = slots.get(slot);
    if (written == null || written.list().get() != list) {
      out.list(type, list);
      slots.set(slot, new Written(new WeakReference<>(list), null));
    } else if (!(out.generator() instanceof UTF8JsonGenerator generator)) {
      out.list(type, list);
    } else {
      SerializedString text = written.text();
      if (text == null) {
        text = textOf(type, list);
        slots.set(slot, new Written(written.list(), text));
      }
      generator.writeRawValue(text);
    }
  }

  private static <T> SerializedString textOf(JsonType<T> type, List<T> list) {
    byte[] bytes = McpJson.written(generator -> new JsonOutput(generator).list(type, list));
    return new SerializedString(new String(bytes, UTF_8));
  }
}
