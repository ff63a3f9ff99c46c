/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server that the contract of transports is tested with. Tests learn what happened in it by
 * calling it, because it can be in another process.
 */
public final class ContractServer implements Supplier<McpServer> {
  /** The resource that changes when it is touched. */
  static final String RESOURCE = "contract://resource";

  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore cancelled = new Semaphore(0);
  private final AtomicReference<@Nullable McpServer> self = new AtomicReference<>();

  /** Makes the description of a server. */
  public ContractServer() {}

  /** The arguments of the tool {@code echo}. */
  record Text(String text) {}

  /** The arguments of the tool {@code report}. */
  record Count(int count) {}

  @Override
  public McpServer get() {
    McpServer server =
        McpServer.named("contract", "1")
            .resourceUpdates()
            .resource(RESOURCE, resource -> resource.name("resource").text("content"))
            .tool("echo", tool -> tool.input(Text.class).handle((in, call) -> in.text()))
            .tool("report", tool -> tool.input(Count.class).handle(ContractServer::report))
            .tool("silent", tool -> tool.handle((in, call) -> block()))
            .tool("wait", tool -> tool.handle((in, call) -> await(call)))
            .tool("cancelled", tool -> tool.handle((in, call) -> awaitCancellation()))
            .tool("touch", tool -> tool.handle((in, call) -> touch()))
            .build();
    self.set(server);
    return server;
  }

  private static String report(Count count, Call call) {
    for (int i = 1; i <= count.count(); i++) {
      call.progress(i, count.count());
    }
    return "reported";
  }

  private static String block() throws InterruptedException {
    new CountDownLatch(1).await();
    return "unreachable";
  }

  /** Says by its progress that it has begun. */
  private String await(Call call) throws InterruptedException {
    call.cancellation().onCancel(cancelled::release);
    call.progress(1);
    return block();
  }

  private String awaitCancellation() throws InterruptedException {
    return cancelled.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS) ? "yes" : "no";
  }

  private String touch() {
    Objects.requireNonNull(self.get()).resourceUpdated(RESOURCE);
    return "touched";
  }
}
