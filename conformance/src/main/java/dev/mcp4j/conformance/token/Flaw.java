/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

/** What is wrong with a token. */
public enum Flaw {
  /** It has expired. */
  EXPIRED,
  /** It is not valid yet. */
  EARLY,
  /** It was issued for somebody else. */
  OTHER_AUDIENCE,
  /** It does not say whom it was issued for. */
  NO_AUDIENCE,
  /** Another issuer is named, whose keys nobody knows. */
  OTHER_ISSUER,
  /** It is signed with a key that the issuer does not have. */
  OTHER_KEY,
  /** It was altered after it was signed. */
  ALTERED,
  /** It is not signed. */
  UNSIGNED,
  /** It is signed with the public key of the issuer as if that were a secret. */
  PUBLIC_KEY_AS_SECRET,
  /** It brings along the key it is signed with. */
  KEY_IN_HEADER
}
