/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.wire.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Changes to the headers of a request, made one after the other. */
public final class HeaderEdits {
  private interface Edit {
    void apply(List<Header> headers);
  }

  private final List<Edit> edits = new ArrayList<>();
  private final Set<String> spoiled = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  HeaderEdits() {}

  boolean spoil() {
    return !spoiled.isEmpty();
  }

  /**
   * Tells whether a header was spoiled.
   *
   * @param name its name in any spelling
   * @return true if it was set, added or taken away
   */
  public boolean spoil(String name) {
    return spoiled.contains(name);
  }

  /**
   * Gives a header another value, or adds it. Spoils the request.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public HeaderEdits set(String name, String value) {
    spoiled.add(name);
    return put(name, value);
  }

  /**
   * Gives a header another value that is as good, or adds one that does not matter.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public HeaderEdits put(String name, String value) {
    edits.add(
        headers -> {
          int index = indexOf(headers, name);
          if (index < 0) {
            headers.add(new Header(name, value));
          } else {
            headers.set(index, new Header(headers.get(index).name(), value));
          }
        });
    return this;
  }

  /**
   * Adds a header although there may be one of that name. Spoils the request.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public HeaderEdits add(String name, String value) {
    spoiled.add(name);
    edits.add(headers -> headers.add(new Header(name, value)));
    return this;
  }

  /**
   * Takes a header away. Spoils the request.
   *
   * @param name the name
   * @return this
   */
  public HeaderEdits remove(String name) {
    spoiled.add(name);
    edits.add(headers -> headers.removeIf(header -> header.name().equalsIgnoreCase(name)));
    return this;
  }

  /**
   * Spells the name of a header in another way.
   *
   * @param name the name in another spelling
   * @return this
   */
  public HeaderEdits spell(String name) {
    edits.add(
        headers ->
            headers.replaceAll(
                header ->
                    header.name().equalsIgnoreCase(name)
                        ? new Header(name, header.value())
                        : header));
    return this;
  }

  List<Header> apply(List<Header> headers) {
    List<Header> changed = new ArrayList<>(headers);
    edits.forEach(edit -> edit.apply(changed));
    return changed;
  }

  private static int indexOf(List<Header> headers, String name) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
