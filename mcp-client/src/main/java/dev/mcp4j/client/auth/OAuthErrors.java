/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says in the client's words what authorization servers report. */
final class OAuthErrors {
  private static final int MAX_CODE = 64;
  private static final int MAX_DESCRIPTION = 200;

  private OAuthErrors() {}

  /**
   * Makes an exception of an error response.
   *
   * @param what was asked of which server
   * @param body the body; null if it is no JSON object
   * @param secrets what must not be repeated, even if the server does
   */
  static AuthorizationException of(
      String what, int status, @Nullable JsonObject body, Collection<String> secrets) {
    String code = body == null ? null : code(Members.string(body, "error"));
    String description =
        body == null ? "" : text(Members.string(body, "error_description"), secrets);
    return new AuthorizationException(
        "%s was refused with status %d%s%s"
            .formatted(what, status, code == null ? "" : " " + code, description),
        code,
        null);
  }

  /** Makes an exception of an authorization response, which was checked before. */
  static AuthorizationException of(String what, AuthorizationResponse response) {
    String code = code(response.get("error"));
    String description = text(response.get("error_description"), response.parameters().values());
    return new AuthorizationException(
        "%s was refused%s%s".formatted(what, code == null ? "" : ": " + code, description),
        code,
        null);
  }

  /** An error code of OAuth; null for another text. */
  static @Nullable String code(@Nullable String error) {
    boolean plausible =
        error != null
            && !error.isEmpty()
            && error.length() <= MAX_CODE
            && error.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '\\');
    return plausible ? error : null;
  }

  private static String text(@Nullable String description, Collection<String> secrets) {
    if (description == null
        || secrets.stream()
            .anyMatch(
                secret ->
                    secret.length() >= 8
                        && !secret.equals(description)
                        && description.contains(secret))) {
      return "";
    }
    String line = description.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String kept = line.length() <= MAX_DESCRIPTION ? line : line.substring(0, MAX_DESCRIPTION);
    return kept.isEmpty() ? "" : " (" + kept + ")";
  }
}
