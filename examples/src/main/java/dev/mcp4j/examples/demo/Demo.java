/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.demo;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.examples.folder.FolderServer;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows a client and a server at work on real files, over stdio and then over HTTP: {@code demo
 * FOLDER}. It works on copies of the folder.
 */
public final class Demo {
  private static final int MAX_FILES = 500;

  private Demo() {}

  /**
   * Runs the demo.
   *
   * @param args the folder
   * @throws Exception if a step fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("usage: demo FOLDER");
      System.exit(2);
    }
    Path original = Path.of(args[0]);
    Transcript transcript = new Transcript(System.out);

    transcript.chapter("Over stdio: the client launches the server as a child process");
    Path folder = copy(original);
    try (McpClient client = client(transcript).stdio(serverCommand(folder)).build()) {
      new Tour(client, folder, transcript).run();
    }

    transcript.chapter("Over HTTP: the same server behind a URL");
    folder = copy(original);
    try (McpServer server = FolderServer.create(folder);
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = client(transcript).http(http.uri()).build()) {
      transcript.note("The server listens at " + http.uri());
      new Tour(client, folder, transcript).run();
    }
    transcript.chapter("Done");
    System.exit(0);
  }

  private static McpClientBuilder client(Transcript transcript) {
    return McpClient.builder()
        .clientInfo("mcp4j-demo", "1.0.0")
        .onElicitation(
            form -> {
              transcript.question(form.message());
              return form.accept(new Consent(true));
            });
  }

  /** What the user of the demo answers. */
  record Consent(boolean write) {}

  private static String[] serverCommand(Path folder) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new String[] {
      java,
      "-cp",
      System.getProperty("java.class.path"),
      FolderServer.class.getName(),
      folder.toString()
    };
  }

  private static Path copy(Path folder) throws IOException {
    Path copy = Files.createTempDirectory("mcp4j-demo");
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).limit(MAX_FILES).toList();
    }
    for (Path file : files) {
      Path target = copy.resolve(folder.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    return copy;
  }
}
