/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonReadContext;

/**
 * Where a parser is, and the names that the object there has had so far: none may come twice. Few
 * names are compared one by one, more are kept in a set.
 */
final class UniqueNames extends JsonReadContext {
  private static final int FEW = 8;

  private final Stack stack;
  private @Nullable UniqueNames child;

  /** Where the first few names are on the stack. */
  private int first;

  private int few;

  /** All names, once they are more than a few. */
  private @Nullable Set<String> all;

  private UniqueNames(
      @Nullable UniqueNames parent, Stack stack, int depth, int type, int line, int column) {
    super(parent, depth, null, type, line, column);
    this.stack = stack;
  }

  static UniqueNames root(JsonParser parser) {
    return new UniqueNames(null, new Stack(parser), 0, TYPE_ROOT, 1, 0);
  }

  @Override
  public JsonReadContext createChildArrayContext(int line, int column) {
    return child(TYPE_ARRAY, line, column);
  }

  @Override
  public JsonReadContext createChildObjectContext(int line, int column) {
    return child(TYPE_OBJECT, line, column);
  }

  private UniqueNames child(int type, int line, int column) {
    UniqueNames next = child;
    if (next == null) {
      next = new UniqueNames(this, stack, _nestingDepth + 1, type, line, column);
      child = next;
    } else {
      next.reset(type, line, column);
    }
    next.first = first + few;
    next.few = 0;
    next.all = null;
    return next;
  }

  @Override
  public void setCurrentName(String name) {
    super.setCurrentName(name);
    if (!add(name)) {
      throw new StreamReadException(stack.parser, "Duplicate Object property \"" + name + "\"");
    }
  }

  private boolean add(String name) {
    if (all != null) {
      return all.add(name);
    }
    String[] names = stack.names;
    int end = first + few;
    int hash = name.hashCode();
    for (int i = first; i < end; i++) {
      if (names[i].hashCode() == hash && names[i].equals(name)) {
        return false;
      }
    }
    if (few == FEW) {
      all = new HashSet<>(Arrays.asList(names).subList(first, end));
      return all.add(name);
    }
    stack.put(end, name);
    few++;
    return true;
  }

  /** The first few names of each object that the parser is in, outermost first. */
  private static final class Stack {
    private static final int USUAL_SIZE = 16;

    final JsonParser parser;
    String[] names = new String[USUAL_SIZE];

    Stack(JsonParser parser) {
      this.parser = parser;
    }

    void put(int index, String name) {
      if (index == names.length) {
        names = Arrays.copyOf(names, 2 * index);
      }
      names[index] = name;
    }
  }
}
