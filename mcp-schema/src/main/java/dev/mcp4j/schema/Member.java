/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JsonNode;

/**
 * A member of a JSON object as Jackson binds it.
 *
 * @param name its JSON name
 * @param use its type
 * @param property Jackson's own account of it
 * @param required whether it must be there (input), or always is (output)
 * @param acceptsNull whether it may be {@code null}
 * @param defaultValue what stands for an absent one, or null
 */
record Member(
    String name,
    TypeUse use,
    BeanProperty property,
    boolean required,
    boolean acceptsNull,
    @Nullable JsonNode defaultValue)
    implements Constraints.Source {

  @Override
  public <A extends Annotation> @Nullable A annotation(Class<A> type) {
    return property.getAnnotation(type);
  }

  /** The description on the member itself, or null. */
  @Nullable String description() {
    Description description = annotation(Description.class);
    return description == null ? property.getMetadata().getDescription() : description.value();
  }

  @Nullable String title() {
    Title title = annotation(Title.class);
    return title == null ? null : title.value();
  }
}
