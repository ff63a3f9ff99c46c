/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.server.feature.CachePolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What resources and their templates have in common. Not safe for use by several threads.
 *
 * @param <B> the builder itself
 */
abstract class ContentBuilder<B extends ContentBuilder<B>> extends ItemBuilder<B> {
  @Nullable String name;
  @Nullable String mimeType;
  @Nullable Annotations annotations;
  private @Nullable CachePolicy caching;

  ContentBuilder(Settings settings) {
    super(settings);
  }

  /**
   * Sets the name. Without it the URI is the name.
   *
   * @param name a short name for programs
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B name(String name) {
    settings.once("name");
    this.name = Objects.requireNonNull(name, "name");
    return self();
  }

  /**
   * Sets the media type of the contents.
   *
   * @param mimeType for example {@code text/markdown}
   * @return this builder
   * @throws IllegalStateException if it is set already
   */
  public B mimeType(String mimeType) {
    settings.once("mimeType");
    this.mimeType = Objects.requireNonNull(mimeType, "mimeType");
    return self();
  }

  /**
   * Sets hints about who it is for and how much it matters.
   *
   * @param annotations the hints
   * @return this builder
   * @throws IllegalStateException if they are set already
   */
  public B annotations(Annotations annotations) {
    settings.once("annotations");
    this.annotations = Objects.requireNonNull(annotations, "annotations");
    return self();
  }

  /**
   * Lets the caller keep the contents for some time.
   *
   * @param ttl how long, to the millisecond
   * @return this builder
   * @throws IllegalStateException if that is set already
   * @throws IllegalArgumentException if the time is negative
   */
  public B cache(Duration ttl) {
    return cache(ttl, CacheScope.PRIVATE);
  }

  /**
   * Lets the contents be kept for some time.
   *
   * @param ttl how long, to the millisecond
   * @param scope by whom; {@code PUBLIC} only if every caller may read the same
   * @return this builder
   * @throws IllegalStateException if that is set already, or public although not all may see it
   * @throws IllegalArgumentException if the time is negative
   */
  public B cache(Duration ttl, CacheScope scope) {
    settings.once("cache");
    settings.require(!ttl.isNegative(), "the time to live must not be negative, was " + ttl);
    this.caching = new CachePolicy(ttl, Objects.requireNonNull(scope, "scope"));
    requirePrivateIfHidden();
    return self();
  }

  @Override
  public B visibleTo(Predicate<Caller> rule) {
    super.visibleTo(rule);
    requirePrivateIfHidden();
    return self();
  }

  private void requirePrivateIfHidden() {
    settings.refuseIf(
        visibility != null && caching != null && caching.scope() == CacheScope.PUBLIC,
        "what only some callers may see cannot be cached for everybody");
  }

  @Nullable CachePolicy caching() {
    return caching;
  }
}
