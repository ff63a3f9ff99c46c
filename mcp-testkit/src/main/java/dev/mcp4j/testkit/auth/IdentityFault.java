/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

/** What an identity provider can do wrong when it makes an assertion. */
public enum IdentityFault {
  /** The exchange is refused, with the sign-in repeated in the description. */
  EXCHANGE_REFUSED,
  /** What is issued says that it is an access token. */
  OTHER_ISSUED_TYPE,
  /** What is issued can be used as a bearer token, by its own account. */
  BEARER_TOKEN_TYPE,
  /** The assertion says that it is any JWT. */
  PLAIN_JWT_TYPE,
  /** The assertion is not signed. */
  UNSIGNED,
  /** The assertion is signed with a key that is not published. */
  UNPUBLISHED_KEY,
  /** The assertion names another provider. */
  OTHER_ISSUER,
  /** The assertion is for another authorization server. */
  OTHER_AUDIENCE,
  /** The assertion is for another resource. */
  OTHER_RESOURCE,
  /** The assertion is for another client. */
  OTHER_CLIENT,
  /** The assertion has expired. */
  EXPIRED,
  /** The assertion lives for a day. */
  LIVES_TOO_LONG,
  /** The assertion has no id. */
  NO_ID,
  /** Every assertion has the same id. */
  SAME_ID
}
