/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.testkit.auth.AuthFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loggers choose their level once, so that the flows run in a program of their own. */
class SecretsInLogsTest {
  @Test
  void noSecretIsLoggedAtTheLowestLevel(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Path secrets = folder.resolve("secrets");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                System.getProperty("java.class.path"),
                Flows.class.getName(),
                secrets.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor()).isZero();

    List<String> canaries = Files.readAllLines(secrets, StandardCharsets.UTF_8);
    assertThat(canaries).hasSizeGreaterThan(8);
    assertThat(Files.readString(output, StandardCharsets.UTF_8))
        .contains("DEBUG")
        .doesNotContain(canaries);
  }

  /** Plays every flow that has secrets, and writes these to a file. */
  static final class Flows extends AuthWorld {
    private Flows() {}

    public static void main(String[] args) throws Exception {
      Flows flows = new Flows();
      flows.play();
      Files.write(Path.of(args[0]), flows.authorization.secrets(), StandardCharsets.UTF_8);
      flows.closeAll();
      System.exit(0);
    }

    private void play() {
      server.toolScopes("write", "write").challengedScope("read");
      authorization.refreshTokens(true);
      for (String revision : List.of(REVISION, "2025-11-25")) {
        authorization.faults();
        McpClient client = client(builder().build(), revision);
        client.call("read").result();
        authorization.revokeTokens();
        client.call("write").result();
        authorization.revokeTokens();
        authorization.faults(AuthFault.TOKEN_REFUSED);
        fail(client);
      }
      authorization.authenticationMethods("client_secret_basic").client("robot", "canary-secret");
      for (AuthFault fault : List.of(AuthFault.TOKEN_REFUSED, AuthFault.ISSUER_WITH_SLASH)) {
        authorization.faults(fault);
        fail(
            client(
                builder()
                    .client(
                        RegisteredClient.withSecret(
                            authorization.issuer(), "robot", "canary-secret"))));
      }
    }

    private static void fail(McpClient client) {
      List<Throwable> failures = new ArrayList<>();
      try {
        client.call("read").result();
      } catch (McpClientException e) {
        failures.add(e);
        e.printStackTrace();
      }
      if (failures.isEmpty()) {
        throw new IllegalStateException("expected a failure");
      }
    }
  }
}
