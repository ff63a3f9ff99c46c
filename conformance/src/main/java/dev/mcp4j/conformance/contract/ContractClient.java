/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.conformance.json.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The driver of this project's client: reads commands of the conformance suite from standard input,
 * a line for each, and carries them out. {@code docs/conformance-clients.md} describes the lines.
 */
public final class ContractClient implements AutoCloseable {
  private static final List<String> ABILITIES =
      List.of(
          "http",
          "stdio",
          "legacy",
          "discover",
          "tools",
          "resources",
          "templates",
          "prompts",
          "completion",
          "elicitation",
          "url",
          "sampling",
          "sampling-tools",
          "roots",
          "listen",
          "cancel",
          "timeout",
          "progress",
          "trace",
          "cache",
          "output-schema",
          "authorization",
          "pre-registered",
          "client-document",
          "registration",
          "tasks",
          "task-handles");

  private final Consumer<String> out;
  private final Map<String, DrivenClient> clients = new ConcurrentHashMap<>();
  private final Map<Long, Runnable> cancellers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(ContractClient::daemon);

  /**
   * Makes a driver.
   *
   * @param out takes the lines that it writes; may be called by any thread, one at a time
   */
  public ContractClient(Consumer<String> out) {
    this.out = out;
  }

  /**
   * Drives until the input ends.
   *
   * @param args none
   * @throws IOException if the input cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream stdout =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (ContractClient driver = new ContractClient(line -> stdout.print(line + "\n"));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        driver.accept(line);
      }
    }
  }

  /**
   * Begins to carry out a command. Does not wait for its end.
   *
   * @param line the command
   */
  public void accept(String line) {
    JsonNode command = Json.object(line);
    threads.execute(() -> answer(command));
  }

  private void answer(JsonNode command) {
    long id = command.path("id").longValue(0);
    ObjectNode answer = Json.object().put("id", id);
    cancellers.put(id, Thread.currentThread()::interrupt);
    try {
      answer.set("ok", carryOut(command, id));
    } catch (RequestFailedException e) {
      answer.putObject("failed").put("message", e.getMessage()).put("code", e.code());
    } catch (McpClientException | IllegalArgumentException | IllegalStateException e) {
      answer.putObject("failed").put("message", String.valueOf(e.getMessage()));
    } catch (Exception e) {
      answer.putObject("failed").put("message", e.toString());
    } finally {
      cancellers.remove(id);
    }
    write(answer);
  }

  private JsonNode carryOut(JsonNode command, long id) throws Exception {
    String as = command.path("as").stringValue("");
    switch (command.path("do").stringValue("")) {
      case "hello" -> {
        return hello();
      }
      case "connect" -> clients.put(as, DrivenClient.connect(command, this::write));
      case "cancel" ->
          cancellers.getOrDefault(command.path("command").longValue(0), () -> {}).run();
      case "close" -> close(as);
      case "reset" -> List.copyOf(clients.keySet()).forEach(this::close);
      default -> {
        DrivenClient client = clients.get(as);
        if (client == null) {
          throw new IllegalArgumentException("there is no client " + as);
        }
        return client.carryOut(command, how -> cancellers.put(id, how));
      }
    }
    return Json.object();
  }

  private static JsonNode hello() {
    ObjectNode hello = Json.object().put("driver", 1).put("name", "mcp4j").put("version", "0.1.0");
    hello.putArray("revisions").add("2026-07-28").add("2025-11-25");
    var abilities = hello.putArray("abilities");
    ABILITIES.forEach(abilities::add);
    return hello;
  }

  private void close(String name) {
    DrivenClient client = clients.remove(name);
    if (client != null) {
      client.close();
    }
  }

  private synchronized void write(ObjectNode line) {
    out.accept(Json.write(line));
  }

  @Override
  public void close() {
    List.copyOf(clients.keySet()).forEach(this::close);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "driver");
    thread.setDaemon(true);
    return thread;
  }
}
