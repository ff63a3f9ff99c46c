/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.GrantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** W1 to W4: the token of the platform is the grant. */
class WorkloadIdentityTest {
  private static final GrantContext CONTEXT =
      Contexts.context(
          "",
          (endpoint, request) -> {
            throw new AssertionError("nothing is sent to other endpoints");
          });

  @TempDir Path folder;

  private static Map<String, String> asked(WorkloadIdentity grant) {
    return grant.tokenRequest(CONTEXT).build().parameters();
  }

  @Test
  void w1TokenIsTheAssertion() {
    assertThat(asked(WorkloadIdentity.of(audience -> "platform-jwt")))
        .containsOnly(
            Map.entry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            Map.entry("assertion", "platform-jwt"));
    assertThat(WorkloadIdentity.of(audience -> "x").involvesUser()).isFalse();
  }

  @Test
  void w2AudienceIsTheIssuerUnlessSaidOtherwise() {
    List<String> audiences = new ArrayList<>();
    WorkloadTokenSource source =
        WorkloadTokenSource.of(
            audience -> {
              audiences.add(audience);
              return "t";
            });

    asked(WorkloadIdentity.of(source));
    asked(WorkloadIdentity.of(source, AssertionAudience.TOKEN_ENDPOINT));

    assertThat(audiences).containsExactly("https://id.t.example/", "https://id.t.example/token");
  }

  @Test
  void w3MissingTokenIsAnErrorAndNothingElseIsTried() {
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                asked(
                    WorkloadIdentity.of(
                        audience -> {
                          throw new IOException("gone");
                        })));
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> asked(WorkloadIdentity.of(audience -> "")));
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                asked(
                    WorkloadIdentity.of(
                        WorkloadTokenSource.environment("MCP4J_NO_SUCH_VARIABLE"))));
  }

  @Test
  void w4FileIsReadEachTime() throws Exception {
    Path file = folder.resolve("token");
    WorkloadIdentity grant = WorkloadIdentity.of(WorkloadTokenSource.file(file));
    Files.writeString(file, "first\n");
    assertThat(asked(grant)).containsEntry("assertion", "first");

    Files.writeString(file, "second");

    assertThat(asked(grant)).containsEntry("assertion", "second");
  }

  @Test
  void w4FileOfAnySizeIsNotRead() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, "a".repeat(65_537));

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> asked(WorkloadIdentity.of(WorkloadTokenSource.file(file))));
  }

  @Test
  void w4EnvironmentIsReadEachTime() throws Exception {
    String name = System.getenv().keySet().iterator().next();

    assertThat(WorkloadTokenSource.environment(name).get("any"))
        .isEqualTo(System.getenv(name).strip());
  }
}
