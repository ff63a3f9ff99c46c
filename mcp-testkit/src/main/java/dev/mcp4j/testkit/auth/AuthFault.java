/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

/** What an authorization server or a protected server can do wrong. */
public enum AuthFault {
  /** The metadata names another issuer. */
  METADATA_OF_OTHER_ISSUER,
  /** The metadata does not say that proofs of codes are checked. */
  NO_CODE_CHALLENGE_METHODS,
  /** The metadata has the authorization endpoint in a scheme that runs scripts. */
  SCRIPT_AS_AUTHORIZATION_ENDPOINT,
  /** The metadata has the token endpoint at an address of a private network. */
  PRIVATE_TOKEN_ENDPOINT,
  /** The metadata is larger than any client should read. */
  OVERSIZED_METADATA,
  /** The metadata is at the end of an endless chain of redirects. */
  ENDLESS_REDIRECTS,
  /** The metadata redirects to an address of a private network. */
  REDIRECT_TO_PRIVATE_NETWORK,
  /** The authorization response does not name its issuer although the metadata says so. */
  ISSUER_MISSING,
  /** The authorization response names another issuer. */
  ISSUER_OF_OTHER_SERVER,
  /** The authorization response has a slash after its issuer. */
  ISSUER_WITH_SLASH,
  /** Neither the metadata nor the authorization response say anything about the issuer. */
  ISSUER_NOT_ADVERTISED,
  /** The authorization response names another issuer although the metadata promises none. */
  ISSUER_UNEXPECTED,
  /** The authorization response has another state than the request. */
  OTHER_STATE,
  /** The user does not consent. */
  ACCESS_DENIED,
  /** An error response names another issuer. */
  ACCESS_DENIED_BY_OTHER_SERVER,
  /** Registration is refused because of the redirect URI. */
  REDIRECT_URI_REFUSED,
  /** Every token request is refused, with its secrets repeated in the description. */
  TOKEN_REFUSED,
  /** Refresh tokens are refused. */
  REFRESH_REFUSED,
  /** Tokens are of a type that nobody knows. */
  ODD_TOKEN_TYPE,
  /** Access tokens hold a line break. */
  TOKEN_WITH_LINE_BREAK,
  /** The protected server describes another resource. */
  OTHER_RESOURCE,
  /** The protected server names no authorization server. */
  NO_AUTHORIZATION_SERVERS,
  /** The protected server takes no token at all. */
  EVERY_TOKEN_REFUSED,
  /** The protected server finds every token lacking the scope {@code more}. */
  SCOPE_NEVER_ENOUGH
}
