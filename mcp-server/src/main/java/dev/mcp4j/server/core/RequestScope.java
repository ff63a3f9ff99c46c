/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.RequestHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from its arrival to its end: runs the handler, and sees to it that the peer gets
 * exactly one response, or none after a cancellation, and nothing after it.
 *
 * <p>Specification 2026-07-28: basic/patterns/cancellation.
 */
public final class RequestScope implements Runnable, Cancellation, Notifier {
  private static final Logger log = LoggerFactory.getLogger(RequestScope.class);

  /** Whoever keeps track of the requests of a connection. Must not block. */
  public interface Owner {
    /**
     * Tells that a request is over as far as the peer can see: its id is free. Called once, right
     * before the response goes out, or when it is clear that there will be none.
     *
     * @param scope the request
     */
    void settled(RequestScope scope);

    /**
     * Tells whether one more request may stay open. Called at most once for a request.
     *
     * @param scope the request
     * @return false to refuse it
     */
    boolean admitsOpen(RequestScope scope);
  }

  private enum State {
    WAITING,
    RUNNING,
    OPEN,
    ENDED
  }

  private final ServerCore core;
  private final RequestId id;
  private final String method;
  private final NotificationGate gate;
  private final Outbound out;
  private final Owner owner;
  private final ScopeHandler handler;
  private final RequestClock clock;

  /** Held while anything about this request goes out, so that nothing follows the response. */
  private final ReentrantLock sending = new ReentrantLock();

  /** Guards what follows, and the clock. Never held while a peer or a handler is waited for. */
  private final ReentrantLock lock = new ReentrantLock();

  private final HandlerThread thread = new HandlerThread(lock);
  private State state = State.WAITING;

  /** Let go of when the handler starts: a subscription may stay open for days. */
  private @Nullable McpRequest<?> request;

  private boolean cancelled;

  private @Nullable OpenSubscription open;
  private List<Runnable> onCancel = List.of();

  RequestScope(
      ServerCore core,
      JsonRpcRequest message,
      Caller caller,
      @Nullable RequestHeaders headers,
      Outbound out,
      Owner owner,
      ScopeHandler handler) {
    if (!(message.params() instanceof Payload.Typed typed)
        || !(typed.value() instanceof RequestParams params)) {
      throw new IllegalArgumentException("expected typed parameters but got " + message.params());
    }
    this.core = core;
    this.id = message.id();
    this.method = message.method();
    McpRequest<?> received = new McpRequest<>(method, params, caller, headers, this);
    this.request = received;
    this.gate = new NotificationGate(params.meta());
    this.out = out;
    this.owner = owner;
    this.handler = handler;
    Duration ofRoute = core.pipeline().timeout(received);
    this.clock =
        new RequestClock(core.ticker(), ofRoute == null ? core.requestTimeout() : ofRoute, lock);
  }

  /**
   * Returns the id of the request.
   *
   * @return the id
   */
  public RequestId id() {
    return id;
  }

  /** Tells whether the handler answers at once and may run on the thread that reads. */
  boolean isInline() {
    McpRequest<?> waiting = request;
    return waiting == null || core.pipeline().answersAtOnce(method, waiting.params());
  }

  /**
   * Runs the handler on this thread and answers. Returns when the handler has returned, also if the
   * request stays open, with the interrupt flag cleared. Does nothing if the request is over by
   * now.
   */
  @Override
  public void run() {
    McpRequest<?> received = enter();
    if (received == null) {
      return;
    }
    Reply<?> reply = null;
    Throwable failure = null;
    try {
      reply = handler.handle(received, this);
    } catch (Throwable thrown) {
      failure = thrown;
    }
    if (reply instanceof Reply.Open<?> wantsOpen) {
      stayOpen(wantsOpen.subscription());
    } else if (leave(State.ENDED, null)) {
      if (reply != null) {
        respond(reply);
      } else if (failure != null) {
        refuse(core.failures().of(failure, method));
      }
    } else if (failure != null) {
      log.debug("{} {} failed after its end", method, id, failure);
    }
  }

  /** Begins the handler's part; returns null if the request is over by now. */
  private @Nullable McpRequest<?> enter() {
    lock.lock();
    try {
      if (state != State.WAITING) {
        return null;
      }
      state = State.RUNNING;
      thread.enter();
      McpRequest<?> received = request;
      request = null;
      return received;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the handler's part. From here on nobody interrupts this thread for this request. */
  private boolean leave(State next, @Nullable OpenSubscription opened) {
    lock.lock();
    try {
      thread.leave();
      if (state != State.RUNNING) {
        return false;
      }
      state = next;
      open = opened;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void respond(Reply<?> reply) {
    owner.settled(this);
    sending.lock();
    try {
      out.send(new JsonRpcResult(id, Payload.of(reply)));
    } catch (IllegalArgumentException e) {
      out.fail(id, core.failures().of(e, method));
    } finally {
      sending.unlock();
    }
  }

  private void refuse(Fault fault) {
    owner.settled(this);
    sending.lock();
    try {
      out.fail(id, fault);
    } catch (IllegalArgumentException e) {
      out.fail(id, core.failures().of(e, method));
    } finally {
      sending.unlock();
    }
  }

  private void stayOpen(Subscription subscription) {
    OpenSubscription opened = new OpenSubscription(id, subscription, out, this::complete);
    if (!owner.admitsOpen(this)) {
      opened.close();
      if (leave(State.ENDED, null)) {
        refuse(Faults.internal("Too many subscriptions are open"));
      }
    } else if (leave(State.OPEN, opened)) {
      opened.begin();
    } else {
      opened.close();
    }
  }

  /** Ends the request with a result if it is an open subscription. Does not block. */
  public void completeIfOpen() {
    OpenSubscription opened;
    lock.lock();
    try {
      opened = open;
    } finally {
      lock.unlock();
    }
    if (opened != null) {
      opened.complete();
    }
  }

  private void complete(OpenSubscription opened, SubscriptionsListenResult result) {
    lock.lock();
    try {
      if (state != State.OPEN) {
        return;
      }
      state = State.ENDED;
    } finally {
      lock.unlock();
    }
    owner.settled(this);
    opened.close();
    Reply<?> stamped = core.pipeline().stamp().on(new Reply.Complete<>(result));
    out.finish(new JsonRpcResult(id, Payload.of(stamped)));
  }

  /**
   * Ends the request without a response: nobody waits for it any more. Interrupts the handler.
   * Idempotent; does not block.
   *
   * @return true if the request ends by this; false if it had ended, or its response is on the way
   */
  public boolean cancel() {
    boolean ends = stop(true);
    if (ends) {
      owner.settled(this);
    }
    return ends;
  }

  /**
   * Takes a beat, which may bring the end of the time the request has. Does not block.
   *
   * @param now the time of the ticker
   */
  public void tick(long now) {
    if (isUnanswered() && clock.hasRunOut(now)) {
      core.threads().background().execute(this::timeOut);
    }
  }

  private boolean isUnanswered() {
    lock.lock();
    try {
      return state == State.RUNNING || state == State.WAITING;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does something that does not count as time the request takes, such as waiting for a person.
   *
   * @param action what to do
   * @param <T> the type of its outcome
   * @return its outcome
   * @throws Exception if the action throws it
   */
  public <T> T offTheClock(Callable<T> action) throws Exception {
    return clock.pause(action);
  }

  private void timeOut() {
    if (stop(false)) {
      log.warn("{} {} ran out of time", method, id);
      refuse(
          Faults.internal(
              "The request took longer than " + clock.limit().toMillis() + " ms and was given up"));
    }
  }

  private boolean stop(boolean evenIfOpen) {
    OpenSubscription opened;
    List<Runnable> actions;
    lock.lock();
    try {
      if (state == State.ENDED || (state == State.OPEN && !evenIfOpen)) {
        return false;
      }
      state = State.ENDED;
      cancelled = true;
      thread.interrupt();
      opened = open;
      actions = onCancel;
      onCancel = List.of();
    } finally {
      lock.unlock();
    }
    if (opened != null) {
      opened.close();
    }
    actions.forEach(this::runSoon);
    return true;
  }

  private void runSoon(Runnable cancelAction) {
    try {
      core.threads().background().execute(() -> runCancelAction(cancelAction));
    } catch (RejectedExecutionException e) {
      log.warn("An action on cancellation comes too late: the server is closed", e);
    }
  }

  @Override
  public boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onCancel(Runnable action) {
    lock.lock();
    try {
      if (!cancelled) {
        if (state != State.ENDED) {
          onCancel = new ArrayList<>(onCancel);
          onCancel.add(action);
        }
        return;
      }
    } finally {
      lock.unlock();
    }
    runCancelAction(action);
  }

  private static void runCancelAction(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.warn("An action on cancellation failed", e);
    }
  }

  @Override
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    NotificationGate.requireOfRequest(method);
    send(new JsonRpcNotification(method.name(), Payload.of(params)), () -> gate.admits(params));
  }

  /**
   * Sends a message that belongs to the request, unless the request has ended.
   *
   * @param message the message
   */
  public void send(JsonRpcMessage message) {
    send(message, () -> true);
  }

  private void send(JsonRpcMessage message, BooleanSupplier admitted) {
    boolean interrupted = thread.shield();
    try {
      sending.lock();
      try {
        if (isRunning() && admitted.getAsBoolean()) {
          out.send(message);
        }
      } finally {
        sending.unlock();
      }
    } finally {
      thread.unshield(interrupted);
    }
  }

  @Override
  public void detach(Duration retryAfter) {
    if (isRunning()) {
      out.detach(retryAfter);
    }
  }

  private boolean isRunning() {
    lock.lock();
    try {
      return state == State.RUNNING;
    } finally {
      lock.unlock();
    }
  }
}
