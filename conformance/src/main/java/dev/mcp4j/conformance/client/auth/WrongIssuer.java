/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import java.util.Locale;

/** Texts that are not the issuer, however near they come to it. */
enum WrongIssuer {
  /** Another server. */
  FOREIGN(false) {
    @Override
    String of(String issuer) {
      return "https://honest.example";
    }
  },
  /** Another path of the same server. */
  OTHER_PATH(false) {
    @Override
    String of(String issuer) {
      return issuer + "/other";
    }
  },
  /** The same with a slash behind. */
  SLASH(true) {
    @Override
    String of(String issuer) {
      return issuer + "/";
    }
  },
  /** The same with the scheme in upper case. */
  SCHEME(true) {
    @Override
    String of(String issuer) {
      return issuer.replaceFirst("http", "http".toUpperCase(Locale.ROOT));
    }
  },
  /** The same with its last character written in another way. */
  ESCAPED(true) {
    @Override
    String of(String issuer) {
      int last = issuer.length() - 1;
      return issuer.substring(0, last) + "%%%02X".formatted((int) issuer.charAt(last));
    }
  };

  private final boolean spelling;

  WrongIssuer(boolean spelling) {
    this.spelling = spelling;
  }

  /** Whether a normalization would make it the issuer. */
  boolean isSpelling() {
    return spelling;
  }

  abstract String of(String issuer);
}
