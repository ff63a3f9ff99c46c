/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A child process that behaves as its first argument says. It knows no JSON, only where ids stand.
 */
public final class StdioPeer {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

  private StdioPeer() {}

  /** The command line that runs a behaviour. */
  static List<String> command(String... behaviour) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classPath().toString(),
                StdioPeer.class.getName()));
    command.addAll(List.of(behaviour));
    return command;
  }

  private static Path classPath() {
    try {
      Path file = Path.of(StdioPeer.class.getResource("StdioPeer.class").toURI());
      return file.getParent().resolve("../../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    switch (args[0]) {
      case "echo" -> echo(in);
      case "slow-to-end" -> {
        echo(in);
        if (!new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)) {
          System.err.println("end of input");
        }
      }
      case "noisy" -> {
        OUT.println("Server listening!");
        System.err.print("x".repeat(300_000));
        System.err.println("\nlast words");
        echo(in);
      }
      case "exit-on-call" -> {
        in.readLine();
        System.err.println("cannot open the database");
        System.exit(3);
      }
      case "acknowledge-and-exit" -> {
        OUT.println(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\",\"params\":"
                + "{\"notifications\":{},\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":"
                + id(in.readLine())
                + "}}}");
        System.exit(4);
      }
      case "silent" -> in.lines().forEach(line -> System.err.println(line));
      case "deaf" -> block();
      case "stubborn" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(StdioPeer::block));
        echo(in);
        block();
      }
      case "parent" -> parent(in);
      case "closes-stdout" -> {
        in.readLine();
        System.out.close();
        block();
      }
      case "large" -> {
        OUT.print("{\"jsonrpc\":\"2.0\",\"id\":" + id(in.readLine()) + ",\"result\":{\"x\":\"");
        for (int i = 0; i < 50; i++) {
          OUT.print("x".repeat(1 << 20));
        }
        OUT.println("\"}}");
        echo(in);
      }
      case "environment" ->
          in.lines()
              .forEach(
                  line ->
                      reply(
                          line,
                          System.getenv("MCP_TEST")
                              + " "
                              + Path.of("").toAbsolutePath().getFileName()));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void echo(BufferedReader in) {
    in.lines().filter(line -> line.contains("\"id\"")).forEach(line -> reply(line, name(line)));
  }

  private static void parent(BufferedReader in) throws IOException {
    Process child = new ProcessBuilder(command("stubborn")).start();
    in.lines()
        .filter(line -> line.contains("\"id\""))
        .forEach(line -> reply(line, Long.toString(child.pid())));
  }

  private static void reply(String request, String text) {
    OUT.println(
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + id(request)
            + ",\"result\":{\"content\":[{\"type\":\"text\",\"text\":\""
            + text
            + "\"}]}}");
  }

  private static String id(String request) {
    return request.replaceFirst(".*?\"id\":(\\d+).*", "$1");
  }

  /** The name of the tool, wherever the name of the client stands. */
  private static String name(String request) {
    Matcher names = NAME.matcher(request);
    while (names.find()) {
      if (!names.group(1).equals("mcp4j-client")) {
        return names.group(1);
      }
    }
    return "";
  }

  private static void block() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
