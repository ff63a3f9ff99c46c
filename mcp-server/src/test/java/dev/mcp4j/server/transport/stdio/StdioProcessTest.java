/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StdioProcessTest {
  @Test
  void standardOutputCarriesMessagesOnlyAndTheProcessEndsWithItsInput() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    classPath(),
                    ChattyServer.class.getName()))
            .start();
    OutputStream in = process.getOutputStream();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).isEqualTo("printed before");
      in.write("not json\n".getBytes(UTF_8));
      in.flush();
      assertThat(out.readLine()).contains("\"code\":-32700");
      in.write((LineClient.call(1, "print") + "\n").getBytes(UTF_8));
      in.flush();
      assertThat(out.readLine()).contains("\"id\":1,\"result\"").contains("answer, input -1");

      in.close();

      assertThat(out.readLine()).isEqualTo("printed after");
      assertThat(out.readLine()).isNull();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
          .contains("printed by the tool");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Everything this JVM runs, whichever of the two paths it is on. */
  private static String classPath() throws URISyntaxException {
    Path classes =
        Path.of(ChattyServer.class.getResource("ChattyServer.class").toURI())
            .resolve(Path.of("..", "..", "..", "..", "..", ".."))
            .normalize();
    return Stream.of(
            classes.toString(),
            System.getProperty("jdk.module.path"),
            System.getProperty("java.class.path"))
        .filter(path -> path != null && !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
