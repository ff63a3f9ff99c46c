/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.peer.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.engine.JqwikTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs properties with a launcher of its own. There is one run at a time in a JVM. */
public final class Runner {
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  private final Suite suite;
  private final Peer peer;
  private final Profile profile;
  private final Options options;
  private final Consumer<Outcome> progress;

  /**
   * Prepares a run.
   *
   * @param suite what to run
   * @param peer the peer under test
   * @param profile what is known about it
   * @param options how hard to try
   * @param progress told after each property
   */
  public Runner(
      Suite suite, Peer peer, Profile profile, Options options, Consumer<Outcome> progress) {
    this.suite = suite;
    this.peer = peer;
    this.profile = profile;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Runs properties. Blocks until all are done.
   *
   * @param selected the properties
   * @return what was found
   * @throws IllegalStateException if another run is under way in this JVM
   */
  public RunResult run(List<PropertyCase> selected) {
    Session session = new Session(suite, peer, profile, options, progress);
    long begin = System.nanoTime();
    session.during(() -> run(session, selected));
    return new RunResult(
        suite,
        profile,
        options,
        session.outcomes(),
        session.findings().all(),
        session.evaluated(),
        Optional.ofNullable(session.gone()),
        (System.nanoTime() - begin) / 1_000_000);
  }

  private void run(Session session, List<PropertyCase> selected) {
    JQWIK.setLevel(Level.WARNING);
    List<PropertyCase> runnable = new ArrayList<>();
    for (PropertyCase property : selected) {
      Optional<String> obstacle = property.obstacle(profile);
      if (obstacle.isEmpty()) {
        runnable.add(property);
      } else {
        session.ended(new Outcome(property.name(), Outcome.Status.SKIPPED, obstacle, 0, "", 0));
      }
    }
    for (PropertyCase property : runnable) {
      if (session.gone() != null) {
        return;
      }
      LauncherFactory.create(
              LauncherConfig.builder()
                  .enableTestEngineAutoRegistration(false)
                  .enableTestExecutionListenerAutoRegistration(false)
                  .enableLauncherSessionListenerAutoRegistration(false)
                  .enableLauncherDiscoveryListenerAutoRegistration(false)
                  .enablePostDiscoveryFilterAutoRegistration(false)
                  .addTestEngines(new JqwikTestEngine())
                  .build())
          .execute(request(property));
    }
  }

  private static LauncherDiscoveryRequest request(PropertyCase property) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            DiscoverySelectors.selectMethod(
                property.method().getDeclaringClass(), property.method()))
        .configurationParameter("jqwik.database", "")
        .configurationParameter("jqwik.seeds.whenfixed", "ALLOW")
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .build();
  }
}
