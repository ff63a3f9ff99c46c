/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ways in which a client comes by a client id. */
enum Identity {
  /** It was registered beforehand. */
  REGISTERED("pre-registered"),
  /** Its id is the URL of its metadata document. */
  DOCUMENT("client-document"),
  /** It registers. */
  DYNAMIC("registration");

  private final String ability;

  Identity(String ability) {
    this.ability = ability;
  }

  /** This way if a client has it, else the first one that it has. */
  Identity among(Set<String> abilities) {
    return Stream.concat(Stream.of(this), List.of(values()).stream())
        .filter(identity -> abilities.contains(identity.ability))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a driver with the ability authorization needs one of pre-registered,"
                        + " client-document and registration"));
  }
}
