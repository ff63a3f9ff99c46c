/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.event;

import java.util.Objects;

/**
 * Something a server offers has changed.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
public sealed interface ServerEvent {
  /** The list of tools changed. */
  record ToolsChanged() implements ServerEvent {}

  /** The list of prompts changed. */
  record PromptsChanged() implements ServerEvent {}

  /** The list of resources, or of resource templates, changed. */
  record ResourcesChanged() implements ServerEvent {}

  /**
   * What a user was sent to do at a web page is done. Only clients of older revisions are told.
   *
   * @param url the page, as the handler asked for it
   */
  record UrlElicitationCompleted(String url) implements ServerEvent {
    /**
     * Checks the component.
     *
     * @param url not null
     */
    public UrlElicitationCompleted {
      Objects.requireNonNull(url, "url");
    }
  }

  /**
   * Something that an extension reports changed.
   *
   * @param topic names what clients subscribe to
   * @param key tells which of these changed
   */
  record Extension(String topic, String key) implements ServerEvent {
    /**
     * Checks the components.
     *
     * @param topic not null
     * @param key not null
     */
    public Extension {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * The content of a resource changed.
   *
   * @param uri the URI of the resource
   */
  record ResourceUpdated(String uri) implements ServerEvent {
    /**
     * Checks the component.
     *
     * @param uri not null
     */
    public ResourceUpdated {
      Objects.requireNonNull(uri, "uri");
    }
  }
}
