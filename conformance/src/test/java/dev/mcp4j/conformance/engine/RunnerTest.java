/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private static final List<Integer> SEEN = new ArrayList<>();
  private static final AtomicInteger SAMPLES = new AtomicInteger();
  private static int accidents;

  /** Properties that go wrong in every way. */
  static class SampleProperties {
    @Property
    @Checks("base.core-supported")
    void holds(@ForAll int number, Trial trial) {
      SEEN.add(number);
      trial.expect("base.core-supported", true, "", "");
    }

    @Property
    @Checks({"result.present", "result.same-id"})
    void failsFromAThousandOn(@ForAll @IntRange(max = 1_000_000) int number, Trial trial) {
      trial.send(Ask.notification("sent " + number));
      boolean between = number >= 500 && number < 1000;
      trial.expect("result.same-id", !between, "not between", String.valueOf(number));
      trial.expect("result.present", number < 1000, "less", String.valueOf(number));
    }

    @Property
    @Checks("error.shape")
    void failsOnce(@ForAll int number, Trial trial) {
      trial.expect("error.shape", accidents++ > 0, "nothing", "an accident");
    }

    @Property
    @Checks("error.same-id")
    void observesOnTheSide(@ForAll @IntRange(min = 1, max = 3) int number, Trial trial) {
      trial.observe("error.same-id", number != 2, "not 2", "2");
    }

    @Property
    @Checks("error.code-integer")
    void breaks(@ForAll int number) {
      throw new IllegalArgumentException("oops");
    }

    @Property
    @Checks("error.code-integer")
    void breaksAtALargeSample(@ForAll("largeSamples") List<Integer> numbers) {
      throw new IllegalArgumentException("oops");
    }

    @Property
    @Checks("error.code-integer")
    void failsAtALargeSample(@ForAll("largeSamples") List<Integer> numbers, Trial trial) {
      trial.expect("error.code-integer", numbers.size() < 900, "a small sample", "a large one");
    }

    @Provide
    Arbitrary<List<Integer>> largeSamples() {
      return Arbitraries.integers()
          .list()
          .ofMinSize(900)
          .ofMaxSize(1000)
          .map(
              numbers -> {
                SAMPLES.incrementAndGet();
                return numbers;
              });
    }

    @Property
    @Checks("stdio.exit-on-eof")
    @Needs(Feature.STDIO)
    void isSkipped(@ForAll int number) {}
  }

  @Test
  void failureIsShrunkAndTriedAgain() {
    Finding finding = finding(run("failsFromAThousandOn", 1), "result.present").orElseThrow();
    assertThat(finding.sample()).isEqualTo("1000");
    assertThat(finding.seen()).isEqualTo(3);
    assertThat(finding.isStable()).isTrue();
    assertThat(finding.transcript().text()).contains("sent 1000");
  }

  @Test
  void otherRequirementsMetWhileShrinkingAreFindingsOfTheirOwn() {
    RunResult result = run("failsFromAThousandOn", 1);
    assertThat(result.findings())
        .extracting(Finding::requirement)
        .contains("result.present", "result.same-id");
  }

  @Test
  void accidentIsToldApart() {
    accidents = 0;
    Finding finding = finding(run("failsOnce", 1), "error.shape").orElseThrow();
    assertThat(finding.isStable()).isFalse();
    assertThat(finding.seen()).isEqualTo(1);
  }

  @Test
  void whatIsSeenOnTheSideOnlyOnceIsLookedForAgain() {
    Finding finding = finding(run("observesOnTheSide", 1), "error.same-id").orElseThrow();
    assertThat(finding.isStable()).isTrue();
  }

  @Test
  void sameSeedGivesTheSameTries() {
    List<List<Integer>> runs = new ArrayList<>();
    for (long seed : new long[] {7, 7, 8}) {
      SEEN.clear();
      run("holds", seed);
      runs.add(List.copyOf(SEEN));
    }
    assertThat(runs.get(0)).hasSize(20).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
  }

  @Test
  void failureOfTheSuiteIsNoFinding() {
    RunResult result = run("breaks", 1);
    assertThat(result.findings()).isEmpty();
    assertThat(result.outcomes().get(0).status()).isEqualTo(Outcome.Status.BROKEN);
    assertThat(result.outcomes().get(0).reason().orElseThrow()).contains("oops");
  }

  @Test
  void sampleAtWhichTheSuiteFailsIsNotShrunk() {
    SAMPLES.set(0);
    RunResult result = run("breaksAtALargeSample", 1);
    assertThat(result.outcomes().get(0).status()).isEqualTo(Outcome.Status.BROKEN);
    assertThat(result.outcomes().get(0).tries()).isEqualTo(1);
    assertThat(SAMPLES).hasValueLessThan(10);
  }

  @Test
  void shrinkingEndsThoughSmallerSamplesAreLeft() {
    SAMPLES.set(0);
    RunResult result = run("failsAtALargeSample", 1);
    assertThat(finding(result, "error.code-integer").orElseThrow().isStable()).isTrue();
    assertThat(SAMPLES).hasValueLessThan(2000);
  }

  @Test
  void propertyThatMakesNoSenseIsSkippedForAReason() {
    Outcome outcome = run("isSkipped", 1).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Outcome.Status.SKIPPED);
    assertThat(outcome.reason()).contains("the server is not reached over stdio");
  }

  private static Optional<Finding> finding(RunResult result, String requirement) {
    return result.findings().stream().filter(f -> f.requirement().equals(requirement)).findFirst();
  }

  private static RunResult run(String property, long seed) {
    Suite suite =
        new Suite(
            Revision.V2026_07_28,
            Role.SERVER,
            List.of(SampleProperties.class),
            (trial, reply) -> {},
            Set.of());
    List<PropertyCase> selected =
        suite.properties().stream().filter(p -> p.name().endsWith("." + property)).toList();
    try (Server server = new Mute()) {
      Profile profile = Profile.unknown(Transport.HTTP);
      return new Runner(suite, server, profile, Options.defaults(seed), outcome -> {})
          .run(selected);
    }
  }

  /** A server that answers nothing. */
  private static final class Mute implements Server {
    private final Recorder recorder = new Recorder();

    @Override
    public Reply send(Ask ask) {
      recorder.note(0, Json.write(ask.message()));
      return new Reply(ask, Optional.empty(), List.of(), Reply.Ending.TIMED_OUT, "");
    }

    @Override
    public MessageStream open(Ask ask) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Recorder recorder() {
      return recorder;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Transport transport() {
      return Transport.HTTP;
    }

    @Override
    public void close() {}
  }
}
