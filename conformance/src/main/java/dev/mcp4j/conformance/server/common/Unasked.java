/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.wire.Bytes;
import java.util.Optional;

/** What may be sent to a protected server without a token, in vain. */
enum Unasked {
  /** What needs no answer may be refused for other reasons. */
  NOTIFICATION(false) {
    @Override
    Optional<Ask> of(Trial trial) {
      return Optional.of(
          trial.ask("notifications/cancelled").withoutMember("id").param("requestId", "0"));
    }
  },
  CALL(true) {
    @Override
    Optional<Ask> of(Trial trial) {
      return trial.profile().plainTool().map(tool -> trial.callPlainTool());
    }
  },
  READ(true) {
    @Override
    Optional<Ask> of(Trial trial) {
      return trial.profile().resources().stream()
          .findFirst()
          .map(resource -> trial.ask("resources/read").param("uri", resource.path("uri")));
    }
  },
  LISTEN(true) {
    @Override
    Optional<Ask> of(Trial trial) {
      return Optional.of(
          trial
              .ask("subscriptions/listen")
              .param("notifications", Json.object("{\"toolsListChanged\":true}")));
    }
  },
  /** A server without streams and sessions may say so at once. */
  GET(false) {
    @Override
    Optional<Ask> of(Trial trial) {
      return Optional.of(trial.askPlain().verb("GET"));
    }
  },
  DELETE(false) {
    @Override
    Optional<Ask> of(Trial trial) {
      return Optional.of(trial.askPlain().verb("DELETE"));
    }
  },
  /** What is wrong in two ways may be refused for either. */
  NO_JSON(false) {
    @Override
    Optional<Ask> of(Trial trial) {
      return Optional.of(trial.askPlain().body(Bytes.utf8("{")));
    }
  };

  private final boolean sound;

  Unasked(boolean sound) {
    this.sound = sound;
  }

  /** The request, with a token; empty if the server has nothing to ask for. */
  abstract Optional<Ask> of(Trial trial);

  /** Whether nothing but the token is missing. */
  boolean isSound() {
    return sound;
  }

  /** What demands the refusal. */
  String requirement() {
    return switch (this) {
      case CALL -> "tool.access-control";
      case READ -> "resource.access-control";
      default -> "auth.token.before-processing";
    };
  }
}
