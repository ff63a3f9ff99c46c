/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server keeps of a session between two requests.
 *
 * @param key names the session
 * @param protocolVersion the revision that was negotiated
 * @param clientInfo name and version of the client; null if it did not say
 * @param capabilities what the client declared
 * @param level the least severe log message the client wants
 * @param subscriptions the URIs of the resources whose changes it wants to hear of
 * @param initialized whether the client has said that it is, after the handshake
 */
public record SessionRecord(
    SessionKey key,
    String protocolVersion,
    @Nullable Implementation clientInfo,
    ClientCapabilities capabilities,
    LoggingLevel level,
    Set<String> subscriptions,
    boolean initialized) {
  /**
   * Checks and copies the components.
   *
   * @param key not null
   * @param protocolVersion not null
   * @param clientInfo may be null
   * @param capabilities not null
   * @param level not null
   * @param subscriptions copied; no null elements
   * @param initialized any
   */
  public SessionRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(protocolVersion, "protocolVersion");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(level, "level");
    subscriptions = Set.copyOf(subscriptions);
  }

  /**
   * Makes a copy with another key.
   *
   * @param key the key of the copy
   * @return the copy
   */
  public SessionRecord withKey(SessionKey key) {
    return new SessionRecord(
        key, protocolVersion, clientInfo, capabilities, level, subscriptions, initialized);
  }

  /**
   * Makes a copy with another level.
   *
   * @param level the level of the copy
   * @return the copy
   */
  public SessionRecord withLevel(LoggingLevel level) {
    return new SessionRecord(
        key, protocolVersion, clientInfo, capabilities, level, subscriptions, initialized);
  }

  /**
   * Makes a copy with other subscriptions.
   *
   * @param subscriptions the URIs of the copy
   * @return the copy
   */
  public SessionRecord withSubscriptions(Set<String> subscriptions) {
    return new SessionRecord(
        key, protocolVersion, clientInfo, capabilities, level, subscriptions, initialized);
  }

  /**
   * Makes a copy with one more subscription.
   *
   * @param uri the URI to add
   * @return the copy
   */
  public SessionRecord withSubscription(String uri) {
    Set<String> more = new HashSet<>(subscriptions);
    more.add(uri);
    return withSubscriptions(more);
  }

  /**
   * Makes a copy with one subscription less.
   *
   * @param uri the URI to leave out
   * @return the copy
   */
  public SessionRecord withoutSubscription(String uri) {
    Set<String> fewer = new HashSet<>(subscriptions);
    fewer.remove(uri);
    return withSubscriptions(fewer);
  }

  /**
   * Makes a copy whose client has said that it is initialized.
   *
   * @return the copy
   */
  public SessionRecord withInitialized() {
    return new SessionRecord(
        key, protocolVersion, clientInfo, capabilities, level, subscriptions, true);
  }

  /**
   * Writes the record, for stores outside of the process.
   *
   * @return JSON in UTF-8
   */
  public byte[] toJson() {
    return SessionRecordJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param json JSON in UTF-8
   * @return the record
   * @throws IllegalArgumentException if it is not one
   */
  public static SessionRecord ofJson(byte[] json) {
    return SessionRecordJson.read(json);
  }
}
