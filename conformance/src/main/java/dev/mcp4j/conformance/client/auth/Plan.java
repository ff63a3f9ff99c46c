/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.json.JsonStyle;

/**
 * How a protected server and its authorization server are laid out.
 *
 * @param endpoint the path of the server's endpoint, perhaps empty
 * @param where where its metadata is
 * @param issuer the path of the issuer, perhaps empty
 * @param kind what metadata the authorization server has
 * @param identity how the client comes by a client id
 * @param style how documents are written
 */
record Plan(
    String endpoint, Where where, String issuer, Kind kind, Identity identity, JsonStyle style) {
  /** The plan of a plain server, for properties in which its layout is of no interest. */
  static final Plan PLAIN =
      new Plan("/mcp", Where.CHALLENGE, "", Kind.OAUTH, Identity.REGISTERED, JsonStyle.PLAIN);

  /** Where the metadata of a protected server is. */
  enum Where {
    /** Where the challenge says. */
    CHALLENGE,
    /** At the well-known place for the path of the server. */
    PATH,
    /** At the well-known place of the root. */
    ROOT
  }

  /** Which metadata an authorization server has, and where. */
  enum Kind {
    /** That of OAuth. */
    OAUTH,
    /** That of OpenID Connect, with the path of the issuer behind. */
    OPENID,
    /** That of OpenID Connect, behind the path of the issuer. */
    OPENID_APPENDED;

    boolean isOpenId() {
      return this != OAUTH;
    }
  }

  Plan at(Where place) {
    return new Plan(endpoint, place, issuer, kind, identity, style);
  }

  Plan as(Identity way) {
    return new Plan(endpoint, where, issuer, kind, way, style);
  }

  Plan with(Kind metadata) {
    return new Plan(endpoint, where, issuer, metadata, identity, style);
  }

  @Override
  public String toString() {
    return "server at \"%s\", its metadata by %s; issuer with path \"%s\", its metadata of %s; client %s; %s"
        .formatted(endpoint, where, issuer, kind, identity, style);
  }
}
