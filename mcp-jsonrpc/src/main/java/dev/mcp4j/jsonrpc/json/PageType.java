/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.ResultMeta;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A result that is one page of a list. */
final class PageType<R extends CacheableResult, E> extends ObjectType<R> {
  private final String elementsName;
  private final JsonType<E> elementType;
  private final Maker<R, E> maker;
  private final Function<R, List<E>> elements;
  private final Function<R, @Nullable String> nextCursor;
  private final WrittenLists written = new WrittenLists();

  /** The constructor of the result. */
  interface Maker<R, E> {
    R make(
        List<E> elements,
        @Nullable String nextCursor,
        @Nullable CacheHints cacheHints,
        ResultMeta meta);
  }

  PageType(
      Class<R> javaType,
      String elementsName,
      JsonType<E> elementType,
      Maker<R, E> maker,
      Function<R, List<E>> elements,
      Function<R, @Nullable String> nextCursor) {
    super(javaType);
    this.elementsName = elementsName;
    this.elementType = elementType;
    this.maker = maker;
    this.elements = elements;
    this.nextCursor = nextCursor;
  }

  @Override
  R readMembers(JsonInput in) {
    List<E> list = null;
    String next = null;
    CacheMembers cache = new CacheMembers();
    for (String name; (name = in.nextMember()) != null; ) {
      if (name.equals(elementsName)) {
        list = in.list(elementType);
      } else if (name.equals("nextCursor")) {
        next = in.optional(STRING);
      } else {
        cache.read(name, in);
      }
    }
    return maker.make(in.required(list, elementsName), next, cache.cacheHints(), cache.meta);
  }

  @Override
  void writeMembers(JsonOutput out, R value) {
    out.name(elementsName);
    written.write(out, elementType, elements.apply(value));
    out.member("nextCursor", STRING, nextCursor.apply(value));
    CacheMembers.write(out, value);
  }
}
