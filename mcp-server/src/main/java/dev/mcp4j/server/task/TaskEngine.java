/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.extension.RegisteredTool;
import dev.mcp4j.server.extension.ServerContext;
import dev.mcp4j.server.extension.WrappedToolCall;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Works on tasks, in one process. Safe for use by several threads. */
final class TaskEngine {
  private static final Logger log = LoggerFactory.getLogger(TaskEngine.class);
  private static final int BATCH = 100;
  private static final int WORKER_NAME_BITS = 24;

  private final TaskOptions options;
  private final ServerContext context;
  private final TaskLedger ledger;
  private final Map<String, RunningTask> running = new ConcurrentHashMap<>();
  private final AtomicBoolean scanning = new AtomicBoolean();
  private final NavigableSet<Instant> wakeUps = new ConcurrentSkipListSet<>();
  private volatile Instant nextScan;
  private volatile boolean closed;

  TaskEngine(TaskOptions options, ServerContext context) {
    this.options = options;
    this.context = context;
    this.ledger =
        new TaskLedger(
            options.store(), context.clock(), context.random(), workerName(), options.lease());
    this.nextScan = context.clock().instant().plus(options.scanInterval());
  }

  private String workerName() {
    return "%d-%06x"
        .formatted(ProcessHandle.current().pid(), context.random().nextInt(1 << WORKER_NAME_BITS));
  }

  TaskOptions options() {
    return options;
  }

  ServerContext context() {
    return context;
  }

  TaskLedger ledger() {
    return ledger;
  }

  /** Makes a task of a call, and begins to work on it. */
  Reply<CallToolResult> begin(WrappedToolCall call, TaskPolicy policy) throws InterruptedException {
    TaskLedger.Creation creation =
        ledger.create(
            new TaskLedger.NewTask(
                call.request().caller().principal(),
                IdempotencyKey.of(call.request()),
                TaskRequests.kept(call),
                policy.runBudget(),
                policy.retention(),
                policy.pollInterval(),
                call.recorded(),
                call.outcomes()));
    if (creation == null) {
      throw new McpException(ErrorCode.INTERNAL_ERROR, "There are too many tasks, try again later");
    }
    TaskRecord task = creation.task();
    if (!creation.isNew()) {
      requireSameArguments(task, call.arguments());
      return handle(task);
    }
    if (task.dedupKey() == null) {
      // A call that ends before it is answered leaves a task that nobody can ever ask for.
      call.request().cancellation().onCancel(() -> cancelled(task.key()));
    }
    RunningTask run = run(task, policy);
    return run == null || policy.answerWithin().isZero()
        ? handle(task)
        : answerOrHandle(run, policy, task);
  }

  private static void requireSameArguments(TaskRecord task, JsonObject arguments) {
    if (!task.request().arguments().equals(arguments)) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS, "The idempotency key was used for a call with other arguments");
    }
  }

  private static Reply<CallToolResult> handle(TaskRecord task) {
    return new Reply.Extended<>(TaskMethods.RESULT_TYPE, TaskView.created(task));
  }

  private Reply<CallToolResult> answerOrHandle(RunningTask run, TaskPolicy policy, TaskRecord task)
      throws InterruptedException {
    run.await(policy.answerWithin().toNanos(), TimeUnit.NANOSECONDS);
    TaskRecord now = ledger.find(task.key());
    if (now == null) {
      return handle(task);
    }
    JsonRpcError error = now.error();
    JsonObject result = now.result();
    if (error != null) {
      removeAnswered(now);
      throw new McpException(error.code(), error.message(), error.data());
    }
    if (result != null) {
      removeAnswered(now);
      return new Reply.Complete<>(McpJson.read(CallToolResult.class, result.node()));
    }
    return handle(now);
  }

  /** Nobody asks for a task whose call was answered, unless the call may be repeated. */
  private void removeAnswered(TaskRecord task) {
    if (task.dedupKey() == null) {
      ledger.remove(task);
    }
  }

  @Nullable TaskRecord find(TaskKey key) {
    return ledger.find(key);
  }

  @Nullable JsonObject get(TaskKey key) {
    TaskRecord task = ledger.find(key);
    return task == null ? null : TaskView.detailed(task);
  }

  @Nullable JsonObject cancel(TaskKey key) {
    return cancelled(key) == null ? null : JsonObject.EMPTY;
  }

  private @Nullable TaskRecord cancelled(TaskKey key) {
    TaskRecord task = ledger.cancel(key);
    if (task != null) {
      ended(task);
    }
    return task;
  }

  @Nullable JsonObject answer(TaskKey key, Map<String, JsonNode> answers) {
    TaskRecord asked = ledger.find(key);
    if (asked == null) {
      return null;
    }
    asked
        .work()
        .questions()
        .forEach(
            (name, question) -> {
              JsonNode answer = answers.get(name);
              if (answer != null) {
                InputRequest request = McpJson.read(InputRequest.class, question.node());
                context.tools().requireFit(name, request, answer);
              }
            });
    TaskRecord task = ledger.answer(key, answers);
    if (task == null) {
      return null;
    }
    changed(task);
    if (task.status() == TaskStatus.WORKING && task.work().lease() == null) {
      adopt(task);
    }
    return JsonObject.EMPTY;
  }

  /** Tells whoever listens. */
  void changed(TaskRecord task) {
    context.events().publish(new ServerEvent.Extension(TaskMethods.TOPIC, task.key().id()));
  }

  private void ended(TaskRecord task) {
    changed(task);
    RunningTask run = running.get(task.key().id());
    if (run != null) {
      run.stop();
    }
  }

  /** Does what has to be done without being asked. Does not block. */
  void beat() {
    Instant now = context.clock().instant();
    running.values().forEach(run -> run.beat(now));
    boolean due = !now.isBefore(nextScan) || !wakeUps.headSet(now, true).isEmpty();
    if (!closed && due && scanning.compareAndSet(false, true)) {
      inBackground(this::scan, () -> scanning.set(false));
    }
  }

  /** Looks for tasks that need somebody at this moment. */
  void scanAt(Instant moment) {
    wakeUps.add(moment);
  }

  void inBackground(Runnable action, Runnable atEnd) {
    try {
      context
          .background()
          .execute(
              () -> {
                try {
                  action.run();
                } catch (RuntimeException e) {
                  log.error("Tasks cannot be worked on for now", e);
                } finally {
                  atEnd.run();
                }
              });
    } catch (RejectedExecutionException e) {
      atEnd.run();
    }
  }

  private void scan() {
    Instant now = context.clock().instant();
    nextScan = now.plus(options.scanInterval());
    wakeUps.headSet(now, true).clear();
    TaskLedger.Attention attention = ledger.sweep(BATCH);
    attention.timedOut().forEach(this::ended);
    attention.claimable().forEach(this::adopt);
  }

  private void adopt(TaskRecord task) {
    RegisteredTool tool = context.tools().find(task.request().tool());
    TaskPolicy policy = tool == null ? null : tool.attachment(TaskPolicy.class);
    if (policy == null || closed || running.size() >= options.maxRunning()) {
      return;
    }
    TaskRecord claimed = ledger.claim(task);
    if (claimed != null) {
      RunningTask unused = run(claimed, policy);
    }
  }

  private @Nullable RunningTask run(TaskRecord held, TaskPolicy policy) {
    RunningTask run = new RunningTask(this, held, policy);
    boolean full = running.size() >= options.maxRunning();
    if (!full) {
      RunningTask replaced = running.put(held.key().id(), run);
      if (replaced != null) {
        replaced.stop();
      }
      try {
        context.handlers().execute(run);
        return run;
      } catch (RejectedExecutionException e) {
        log.warn("No thread works on a task", e);
        running.remove(held.key().id(), run);
      }
    }
    ledger.release(held);
    return null;
  }

  void over(RunningTask run) {
    running.remove(run.id(), run);
  }

  /** Gives up what is being worked on; others go on with it. */
  void close() {
    closed = true;
    for (RunningTask run : running.values()) {
      run.stop();
      try {
        ledger.release(run.held());
      } catch (RuntimeException e) {
        log.warn("A task could not be given back; it waits for the end of its lease", e);
      }
    }
  }
}
