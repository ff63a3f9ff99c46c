/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.server.input.StateSeal;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.LegacySession;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that are nowhere but in their ids, sealed. Whoever has the keys knows them all.
 *
 * @param seal seals them
 * @param lifetime how long one lives
 * @param clock when it ends
 */
record SealedSessions(StateSeal seal, Duration lifetime, Clock clock) implements Sessions {
  /** HTTP headers have room for little more. */
  private static final int MAX_ID = 4_096;

  private static final int MAX_NAME = 200;

  @Override
  public String begin(ClientFacts facts, @Nullable String principal) {
    SessionRecord session =
        new SessionRecord(
            new SessionKey("", principal),
            facts.revision().wireName(),
            shortened(facts.clientInfo()),
            usable(facts),
            LegacySession.DEFAULT_LEVEL,
            Set.of(),
            true);
    byte[] json = session.toJson();
    ByteBuffer content = ByteBuffer.allocate(Long.BYTES + json.length);
    content.putLong(clock.instant().plus(lifetime).getEpochSecond()).put(json);
    return seal.seal(content.array());
  }

  private static @Nullable Implementation shortened(@Nullable Implementation info) {
    return info == null
        ? null
        : Implementation.builder(shortened(info.name()), shortened(info.version())).build();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME);
  }

  /** Without a session the client can only be told that it should have its user visit a page. */
  private static ClientCapabilities usable(ClientFacts facts) {
    ElicitationCapability elicitation = facts.capabilities().elicitation();
    boolean pages =
        facts.revision().isAtLeast(LegacyRevision.V2025_11_25)
            && elicitation != null
            && elicitation.supportsUrl();
    return ClientCapabilities.builder()
        .elicitation(
            pages ? new ElicitationCapability(null, JsonObject.EMPTY, JsonObject.EMPTY) : null)
        .build();
  }

  @Override
  public @Nullable SessionRecord find(SessionKey key) {
    if (key.sessionId().length() > MAX_ID) {
      return null;
    }
    byte[] content = seal.open(key.sessionId());
    if (content == null || content.length < Long.BYTES) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(content);
    long end = buffer.getLong();
    byte[] json = new byte[buffer.remaining()];
    buffer.get(json);
    SessionRecord sealed = SessionRecord.ofJson(json);
    boolean owned = sealed.key().equals(new SessionKey("", key.principal()));
    return owned && clock.instant().getEpochSecond() < end ? sealed.withKey(key) : null;
  }
}
