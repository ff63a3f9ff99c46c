/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.peer.PeerSilent;
import dev.mcp4j.conformance.wire.Transcript;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/**
 * One property while it runs: bounds its tries, keeps its smallest failure, and tries that again.
 */
final class PropertyRun {
  private static final int REPEATS = 2;
  private static final int SHRINKING_TRIES = 150;
  private static final int HURRIED_TRIES = 2;
  private static final int LONGEST_SAMPLE = 400;

  private final Session session;
  private final PropertyCase property;
  private final Object instance;
  private final Trial trial;
  private final long begin = System.nanoTime();
  private final String seed;
  private int attempts;
  private int attemptsAfterFailure;
  private @Nullable Failure failure;
  private @Nullable Throwable broken;

  private final Map<String, List<Object>> seenOnce = new LinkedHashMap<>();

  private record Failure(Violation violation, List<Object> parameters, Transcript transcript) {
    boolean isOf(String requirement) {
      return violation.requirement().equals(requirement);
    }
  }

  PropertyRun(Session session, PropertyCase property, Object instance) {
    this.session = session;
    this.property = property;
    this.instance = instance;
    this.trial = new Trial(session);
    long mixed = session.options().seed() * 31 + property.name().hashCode();
    this.seed = String.valueOf(new Random(mixed).nextLong());
    session.begin(property.name());
  }

  String seed() {
    return seed;
  }

  int tries() {
    int tries = property.tries(session.options().tries());
    return session.isLate() ? Math.min(tries, HURRIED_TRIES) : tries;
  }

  Trial trial() {
    return trial;
  }

  TryExecutionResult attempt(TryExecutor executor, List<Object> parameters) {
    if (isEnough()) {
      return end();
    }
    attempts++;
    Set<String> before = session.findings().observedOnce();
    trial.begin();
    TryExecutionResult result = executor.execute(parameters);
    trial.lookBack();
    for (String id : session.findings().observedOnce()) {
      if (!before.contains(id)) {
        seenOnce.put(id, parameters);
      }
    }
    Transcript transcript = session.peer().recorder().transcript();
    trial.end();
    return result.isFalsified() ? judge(result, parameters, transcript) : result;
  }

  private boolean isEnough() {
    long used = System.nanoTime() - begin;
    if (failure == null) {
      return used > session.options().propertyTime().toNanos();
    }
    return attemptsAfterFailure++ > SHRINKING_TRIES
        || session.gone() != null
        || used > 2 * session.options().propertyTime().toNanos();
  }

  /** Ends the property, without a look at all the smaller samples that are left. */
  private TryExecutionResult end() {
    if (failure == null) {
      return TryExecutionResult.satisfied(true);
    }
    throw new ShrinkingOver();
  }

  private TryExecutionResult judge(
      TryExecutionResult result, List<Object> parameters, Transcript transcript) {
    Throwable thrown = result.throwable().orElseThrow();
    if (!(thrown instanceof Violation violation)) {
      broken = thrown;
      if (thrown instanceof PeerGone) {
        session.gone(String.valueOf(thrown.getMessage()));
      }
      return failure == null ? end() : result;
    }
    if (failure == null || failure.violation().requirement().equals(violation.requirement())) {
      failure = new Failure(violation, parameters, transcript);
      return result;
    }
    // Another requirement is a finding of its own, and would lead the shrinking astray.
    session.findings().observe(violation, property.name(), transcript);
    return TryExecutionResult.satisfied();
  }

  void finish(PropertyExecutionResult result) {
    boolean unexplained =
        failure == null
            && broken == null
            && result.status() != PropertyExecutionResult.Status.SUCCESSFUL;
    if (unexplained) {
      broken = result.throwable().orElse(new IllegalStateException("the property did not run"));
    }
    seenOnce.forEach(this::lookAgain);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    Outcome.Status status = Outcome.Status.HELD;
    Optional<String> reason = Optional.empty();
    if (failure != null) {
      prove(failure);
      status = Outcome.Status.FAILED;
    } else if (broken != null) {
      status = Outcome.Status.BROKEN;
      reason = Optional.of(describe(broken));
    }
    session.ended(
        new Outcome(
            property.name(),
            status,
            reason,
            Math.min(attempts, result.countTries()),
            seed,
            millis));
  }

  /** What was seen on the side only once is looked for again, in the very same try. */
  private void lookAgain(String requirement, List<Object> parameters) {
    for (int i = 0; i < REPEATS && session.findings().observedOnce().contains(requirement); i++) {
      repeat(parameters);
    }
  }

  /** Tries the smallest failure again, since an accident must not be an accusation. */
  private void prove(Failure shrunk) {
    Failure smallest = shrunk;
    int seen = 1;
    for (int i = 0; i < REPEATS; i++) {
      Optional<Failure> again = repeat(shrunk.parameters());
      if (again.filter(f -> f.isOf(shrunk.violation().requirement())).isPresent()) {
        seen++;
        smallest = again.get();
      }
    }
    session
        .findings()
        .prove(
            new Finding(
                smallest.violation().requirement(),
                property.name(),
                smallest.violation().expected(),
                smallest.violation().actual(),
                sample(smallest.parameters()),
                smallest.transcript(),
                seen,
                1 + REPEATS));
  }

  private Optional<Failure> repeat(List<Object> parameters) {
    trial.begin();
    try {
      property.method().setAccessible(true);
      property.method().invoke(instance, parameters.toArray());
      trial.lookBack();
      return Optional.empty();
    } catch (InvocationTargetException e) {
      trial.lookBack();
      Transcript transcript = session.peer().recorder().transcript();
      return e.getCause() instanceof Violation violation
          ? Optional.of(new Failure(violation, parameters, transcript))
          : Optional.empty();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      trial.end();
    }
  }

  /** Leaves the shrinking. An error, since jqwik takes all others for results of the try. */
  private static final class ShrinkingOver extends Error {
    private static final long serialVersionUID = 1;

    ShrinkingOver() {
      super("shrinking is over", null, false, false);
    }
  }

  private static String describe(Throwable thrown) {
    if (thrown instanceof PeerGone || thrown instanceof PeerSilent) {
      return String.valueOf(thrown.getMessage());
    }
    if (thrown instanceof TestAbortedException) {
      return "gave up: " + thrown.getMessage();
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    return "the suite failed: " + thrown + (trace.length > 0 ? " at " + trace[0] : "");
  }

  private static String sample(List<Object> parameters) {
    String text =
        parameters.stream()
            .filter(parameter -> !(parameter instanceof Trial))
            .map(PropertyRun::show)
            .collect(Collectors.joining(", "));
    return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
  }

  private static String show(Object value) {
    if (value instanceof String text) {
      return Json.write(Json.string(text));
    }
    return value instanceof JsonNode node ? Json.write(node) : String.valueOf(value);
  }
}
