/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.wire.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  static {
    PARAMETERS.put("resource_metadata", "http://127.0.0.1/about");
    PARAMETERS.put("scope", "read");
  }

  @Test
  void plainChallengeIsOneHeaderWithQuotedValues() {
    assertThat(values(Challenge.PLAIN))
        .containsExactly("Bearer resource_metadata=\"http://127.0.0.1/about\", scope=\"read\"");
  }

  @Test
  void otherSchemesSurroundItInOneHeaderOrSeveral() {
    assertThat(values(odd(false)))
        .containsExactly(
            "Negotiate,BEARER SCOPE=read,RESOURCE_METADATA=\"http://127.0.0.1/about\",x=1,DPoP");
    assertThat(values(odd(true))).hasSize(3).contains("Negotiate", "DPoP");
  }

  private static Challenge odd(boolean separate) {
    return new Challenge(
        List.of("Negotiate"), List.of("DPoP"), separate, true, true, true, ",", "x=1");
  }

  private static List<String> values(Challenge challenge) {
    return challenge.headers(PARAMETERS).stream().map(Header::value).toList();
  }
}
