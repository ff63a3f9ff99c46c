/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.task.TaskPolicy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A server whose tools make tasks. It may be in another process than the test. */
final class TaskToolServer implements Supplier<McpServer> {
  private static final TaskPolicy POLICY =
      TaskPolicy.DEFAULT.withPollInterval(Duration.ofMillis(20));

  record Greet(String name) {}

  record Sum(int sum) {}

  record Name(String name) {}

  private final Semaphore go = new Semaphore(0);
  private final Semaphore asleep = new Semaphore(0);
  private final Phaser sleepers = new Phaser(1);

  @Override
  public McpServer get() {
    return McpServer.named("task-tools", "1")
        .tool(
            "greet",
            tool ->
                tool.input(Greet.class)
                    .asTask(POLICY)
                    .handle((greet, call) -> "Hello, " + greet.name()))
        .tool(
            "sum", tool -> tool.output(Sum.class).asTask(POLICY).handle((none, call) -> new Sum(3)))
        .tool(
            "ask",
            tool ->
                tool.asTask(POLICY)
                    .handle(
                        (none, call) ->
                            "Hello, "
                                + call.elicit("name", "What is your name?", Name.class)
                                    .orCancel()
                                    .name()))
        .tool(
            "fail",
            tool ->
                tool.asTask(POLICY)
                    .handle(
                        (none, call) -> {
                          throw new McpException(-32603, "broke down");
                        }))
        .tool("wait", tool -> tool.asTask(POLICY).handle((none, call) -> waited(go)))
        .tool("go", tool -> tool.handle((none, call) -> release()))
        .tool(
            "sleep",
            tool ->
                tool.asTask(POLICY)
                    .handle(
                        (none, call) -> {
                          sleepers.register();
                          try {
                            asleep.release();
                            return "slept " + new CountDownLatch(1).await(1, TimeUnit.HOURS);
                          } finally {
                            int unused = sleepers.arriveAndDeregister();
                          }
                        }))
        .tool("asleep", tool -> tool.handle((none, call) -> waited(asleep)))
        .tool("awake", tool -> tool.handle((none, call) -> awake()))
        .build();
  }

  private String release() {
    go.release();
    return "gone";
  }

  /** Waits until nobody sleeps who did when it was called. */
  private String awake() throws InterruptedException, TimeoutException {
    int phase = sleepers.arrive();
    return "phase " + (sleepers.awaitAdvanceInterruptibly(phase, 20, TimeUnit.SECONDS) - phase);
  }

  private static String waited(Semaphore semaphore) throws InterruptedException {
    return "waited " + semaphore.tryAcquire(20, TimeUnit.SECONDS);
  }
}
