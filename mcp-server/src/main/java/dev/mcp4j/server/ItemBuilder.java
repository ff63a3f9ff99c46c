/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What tools, resources, templates and prompts have in common. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
abstract class ItemBuilder<B extends ItemBuilder<B>> {
  final Settings settings;
  @Nullable String title;
  @Nullable String description;
  List<Icon> icons = List.of();
  JsonObject meta = JsonObject.EMPTY;
  @Nullable Predicate<Caller> visibility;

  ItemBuilder(Settings settings) {
    this.settings = settings;
  }

  @SuppressWarnings("unchecked") // B is the class itself
  final B self() {
    return (B) this;
  }

  /**
   * Sets the name for people to read.
   *
   * @param title the name for display
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B title(String title) {
    settings.once("title");
    this.title = Objects.requireNonNull(title, "title");
    return self();
  }

  /**
   * Sets the description, which a model reads to decide what to use.
   *
   * @param description what it is good for
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B description(String description) {
    settings.once("description");
    this.description = Objects.requireNonNull(description, "description");
    return self();
  }

  /**
   * Sets the icons.
   *
   * @param icons one picture in several sizes or formats
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public B icons(Icon... icons) {
    settings.once("icons");
    this.icons = List.of(icons);
    return self();
  }

  /**
   * Sets the metadata.
   *
   * @param meta the content of {@code _meta}; not modified any more
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B meta(JsonObject meta) {
    settings.once("meta");
    this.meta = Objects.requireNonNull(meta, "meta");
    return self();
  }

  /**
   * Shows it to some callers only. For everybody else it does not exist: it is in no list, and
   * calling or reading it fails as it does for an unknown name. The whole list, with all its pages,
   * is then private to its caller.
   *
   * @param rule whether a caller may see and use it; asked for every list and every use, so it must
   *     not block; safe for use by several threads
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B visibleTo(Predicate<Caller> rule) {
    settings.once("visibleTo");
    this.visibility = Objects.requireNonNull(rule, "rule");
    return self();
  }
}
