/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a suite. jqwik makes its hooks by itself, so they find the run here: there is one at a
 * time in a JVM.
 */
final class Session {
  private static final AtomicReference<@Nullable Session> CURRENT = new AtomicReference<>();

  private final Suite suite;
  private final Peer peer;
  private final Profile profile;
  private final Options options;
  private final Consumer<Outcome> progress;
  private final Shapes shapes;
  private final Findings findings = new Findings();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final long begin = System.nanoTime();
  private String property = "";
  private @Nullable String gone;

  Session(Suite suite, Peer peer, Profile profile, Options options, Consumer<Outcome> progress) {
    this.suite = suite;
    this.peer = peer;
    this.profile = profile;
    this.options = options;
    this.progress = progress;
    this.shapes = Shapes.of(suite.revision());
  }

  static Session current() {
    Session session = CURRENT.get();
    if (session == null) {
      throw new IllegalStateException("no run is under way");
    }
    return session;
  }

  /** Makes this the current run while something runs. */
  void during(Runnable work) {
    if (!CURRENT.compareAndSet(null, this)) {
      throw new IllegalStateException("another run is under way in this JVM");
    }
    try {
      work.run();
    } finally {
      CURRENT.set(null);
    }
  }

  Revision revision() {
    return suite.revision();
  }

  Peer peer() {
    return peer;
  }

  Profile profile() {
    return profile;
  }

  Options options() {
    return options;
  }

  Observer observer() {
    return suite.observer();
  }

  Shapes shapes() {
    return shapes;
  }

  Findings findings() {
    return findings;
  }

  boolean isLate() {
    return System.nanoTime() - begin > options.time().toNanos();
  }

  void begin(String property) {
    this.property = property;
  }

  void observed(Violation violation) {
    findings.observe(violation, property, peer.recorder().transcript());
  }

  void ended(Outcome outcome) {
    outcomes.add(outcome);
    progress.accept(outcome);
  }

  /** Says that the peer cannot be reached any more, which ends the run. */
  void gone(String why) {
    gone = why;
  }

  @Nullable String gone() {
    return gone;
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  Map<String, Integer> evaluated() {
    return findings.evaluated();
  }
}
