/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.core.HandlerThread;
import dev.mcp4j.server.extension.CallMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One run of the handler of a task, under one lease. */
final class RunningTask implements Runnable, Cancellation, Notifier, CallMemory {
  private static final Logger log = LoggerFactory.getLogger(RunningTask.class);

  /** How many times a lease is renewed before it would end. */
  private static final int RENEWALS = 3;

  private final TaskEngine engine;
  private final TaskRecord held;
  private final TaskPolicy policy;
  private final HandlerThread thread = new HandlerThread();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean writing = new AtomicBoolean();
  private final AtomicReference<@Nullable String> message = new AtomicReference<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean stopped;
  private List<Runnable> onCancel = new ArrayList<>();
  private volatile Instant nextRenewal;
  private volatile Instant nextReport;

  RunningTask(TaskEngine engine, TaskRecord held, TaskPolicy policy) {
    this.engine = engine;
    this.held = held;
    this.policy = policy;
    Instant now = engine.context().clock().instant();
    this.nextRenewal = now.plus(renewalInterval());
    this.nextReport = now;
  }

  private Duration renewalInterval() {
    return engine.options().lease().dividedBy(RENEWALS);
  }

  String id() {
    return held.key().id();
  }

  TaskRecord held() {
    return held;
  }

  /** Waits for the end of the run. */
  void await(long time, TimeUnit unit) throws InterruptedException {
    boolean unused = end.await(time, unit);
  }

  @Override
  public void run() {
    try {
      TaskRecord settled = attempt();
      if (settled != null) {
        engine.changed(settled);
      }
    } catch (RuntimeException | Error e) {
      // The lease ends by itself, and then somebody tries again.
      log.error("What became of a run of the tool {} is lost", held.request().tool(), e);
    } finally {
      engine.over(this);
      end.countDown();
    }
  }

  private @Nullable TaskRecord attempt() {
    thread.enter();
    try {
      // Whoever ended the task before this run was known had nobody to tell.
      boolean lost = unhindered(() -> engine.ledger().current(held)) == null;
      Supplier<@Nullable TaskRecord> outcome = lost || isCancelled() ? () -> null : outcome();
      return isCancelled() ? null : unhindered(outcome);
    } finally {
      thread.leave();
    }
  }

  /** Runs the handler; returns what is to be made of the task. */
  private Supplier<@Nullable TaskRecord> outcome() {
    try {
      Reply<CallToolResult> reply =
          engine
              .context()
              .tools()
              .run(TaskRequests.of(held, this), this, this, failure -> passesOn(failure));
      return () -> settle(reply);
    } catch (LostTask e) {
      return () -> null;
    } catch (McpException e) {
      return () -> engine.ledger().fail(held, e.error());
    } catch (Exception | Error e) {
      return () -> retry(e);
    }
  }

  private boolean passesOn(Throwable failure) {
    return failure instanceof LostTask
        || (held.work().attempt() + 1 < policy.retry().attempts()
            && policy.retry().on().test(failure));
  }

  private @Nullable TaskRecord settle(Reply<CallToolResult> reply) {
    if (reply instanceof Reply.Complete<CallToolResult> complete) {
      return engine.ledger().complete(held, object(complete.result()), null);
    }
    if (reply instanceof Reply.InputRequired<CallToolResult> asks) {
      return ask(asks);
    }
    log.error("The tool {} replied to a task with another kind of result", held.request().tool());
    return fail("The tool failed");
  }

  private @Nullable TaskRecord ask(Reply.InputRequired<CallToolResult> asks) {
    Map<String, JsonObject> questions = new LinkedHashMap<>();
    asks.requests().forEach((key, question) -> questions.put(key, object(question)));
    String state = asks.state();
    JsonObject recorded =
        state == null
            ? JsonObject.EMPTY
            : McpJson.readBack(JsonObject.class, state.getBytes(StandardCharsets.UTF_8));
    try {
      return engine.ledger().ask(held, questions, recorded);
    } catch (IllegalArgumentException e) {
      log.error("The tool {} asked what a task cannot ask", held.request().tool(), e);
      return fail("The question could not be asked");
    }
  }

  private @Nullable TaskRecord fail(String why) {
    return engine.ledger().fail(held, JsonRpcError.of(ErrorCode.INTERNAL_ERROR, why));
  }

  private static JsonObject object(Object value) {
    return new JsonObject((ObjectNode) McpJson.toTree(value));
  }

  private @Nullable TaskRecord retry(Throwable failure) {
    int failures = held.work().attempt() + 1;
    Duration delay = policy.retry().delay(failures);
    log.warn(
        "Attempt {} of {} of the tool {} failed, the next one begins in {} ms",
        failures,
        policy.retry().attempts(),
        held.request().tool(),
        delay.toMillis(),
        failure);
    Instant next = engine.context().clock().instant().plus(delay);
    String text = "Attempt %d of %d".formatted(failures + 1, policy.retry().attempts());
    TaskRecord waiting = engine.ledger().retry(held, next, text);
    engine.scanAt(next);
    return waiting;
  }

  /** Renews the lease and reports progress when it is time to. Does not block. */
  void beat(Instant now) {
    boolean reports = message.get() != null && !now.isBefore(nextReport);
    if ((reports || !now.isBefore(nextRenewal)) && writing.compareAndSet(false, true)) {
      nextRenewal = now.plus(renewalInterval());
      nextReport = now.plus(policy.pollInterval());
      engine.inBackground(this::renew, () -> writing.set(false));
    }
  }

  private void renew() {
    String text = message.getAndSet(null);
    TaskRecord renewed =
        text == null ? engine.ledger().renew(held) : engine.ledger().report(held, text);
    if (renewed == null) {
      stop();
    } else if (text != null) {
      engine.changed(renewed);
    }
  }

  /** Ends the run without an outcome. Does not block. */
  void stop() {
    List<Runnable> actions;
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      stopped = true;
      actions = onCancel;
      onCancel = List.of();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
    actions.forEach(action -> engine.inBackground(action, () -> {}));
  }

  @Override
  public boolean isCancelled() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onCancel(Runnable action) {
    lock.lock();
    try {
      if (!stopped) {
        onCancel.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  @Override
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    if (params instanceof ProgressNotificationParams progress) {
      message.set(text(progress));
    }
  }

  private static String text(ProgressNotificationParams progress) {
    String text = progress.message();
    if (text != null) {
      return text;
    }
    Double total = progress.total();
    String done = number(progress.progress());
    return total == null ? done : done + " of " + number(total);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public JsonObject recorded() {
    return held.work().recorded();
  }

  @Override
  public Map<String, JsonNode> outcomes() {
    return held.work().once();
  }

  @Override
  public void begin(String key) {
    requireHeld(() -> engine.ledger().renew(held));
  }

  @Override
  public void keep(String key, JsonNode outcome) {
    requireHeld(() -> engine.ledger().keep(held, key, outcome));
  }

  /** Leaves the handler if the task is lost, or its store: whoever has both goes on with it. */
  private void requireHeld(Supplier<@Nullable TaskRecord> write) {
    TaskRecord task;
    try {
      task = unhindered(write);
    } catch (RuntimeException e) {
      log.error("A run of the tool {} is given up: its store failed", held.request().tool(), e);
      task = null;
    }
    if (task == null) {
      stop();
      throw new LostTask();
    }
  }

  /** Writes to the store, which may not survive an interrupt. */
  private <T> @Nullable T unhindered(Supplier<@Nullable T> write) {
    boolean interrupted = thread.shield();
    try {
      return write.get();
    } finally {
      thread.unshield(interrupted);
    }
  }
}
