/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The servers that are measured. The first one is what the others are compared with. */
final class Candidates {
  static final String JDK = "mcp4j, JDK's server";
  static final String INLINE = "mcp4j, Netty, inline";
  static final String OFFICIAL_SDK = "official Java SDK 2.1.0, Tomcat, stateless";

  private static final String NETTY = "mcp4j, Netty";
  private static final String ROBAHO = "mcp4j, robaho's server";

  /** Needed by the server of robaho. */
  private static final int ENGINE_RELEASE = 21;

  private static final String TYPESCRIPT = "TypeScript SDK 2.4.0, Node 22";
  private static final String QUARKUS = "Quarkus MCP server 1.13.0, not blocking";
  private static final String SERVE = "dev.mcp4j.benchmarks.serve.Serve";
  private static final String OFFICIAL = "dev.mcp4j.benchmarks.peer.OfficialServer";
  private static final Set<Workload> ECHOES =
      EnumSet.of(Workload.ECHO_1, Workload.ECHO, Workload.ECHO_128);
  private static final Set<Workload> CALLS =
      EnumSet.of(Workload.ECHO_1, Workload.ECHO, Workload.ECHO_128, Workload.ECHO_64K);
  private static final Set<Workload> ALL = EnumSet.allOf(Workload.class);
  private static final Set<Workload> PLAIN = EnumSet.complementOf(EnumSet.of(Workload.PROGRESS));

  private final Path home;
  private final String java;
  private final int release;

  /**
   * Makes the list.
   *
   * @param home the folder of the benchmarks
   * @param jdk the folder of the JDK that runs servers
   * @throws IOException if its release cannot be read
   */
  Candidates(Path home, Path jdk) throws IOException {
    this.home = home;
    this.java = jdk.resolve("bin/java").toString();
    this.release = Machine.releaseOf(jdk);
  }

  /** Servers over HTTP. */
  List<Candidate> http() {
    List<Candidate> all = new ArrayList<>();
    all.add(ours(JDK, Era.MODERN, ALL, true, "jdk"));
    all.add(ours("mcp4j, JDK's server, 2025-11-25", Era.LEGACY, ECHOES, false, "jdk"));
    all.add(ours(NETTY, Era.MODERN, ALL, false, "netty"));
    all.add(ours(INLINE, Era.MODERN, PLAIN, true, "netty", "--inline"));
    all.add(
        ours("mcp4j, Netty, inline, 2025-11-25", Era.LEGACY, ECHOES, true, "netty", "--inline"));
    if (release >= ENGINE_RELEASE && Files.isDirectory(engine())) {
      all.add(
          new Candidate(
              ROBAHO,
              java(engine() + "/*:" + own(), SERVE, Candidate.PORT),
              Era.MODERN,
              ALL,
              false));
    }
    all.add(ours("empty handler, JDK's server", Era.MODERN, ECHOES, true, "empty"));
    all.add(
        new Candidate(
            OFFICIAL_SDK, java(peers(), OFFICIAL, Candidate.PORT), Era.LEGACY, ALL, true));
    if (Files.exists(quarkus())) {
      all.add(
          new Candidate(
              QUARKUS,
              List.of(java, "-Dquarkus.http.port=" + Candidate.PORT, "-jar", quarkus().toString()),
              Era.LEGACY,
              CALLS,
              true));
    }
    if (hasTypeScript()) {
      all.add(new Candidate(TYPESCRIPT, typeScript(Candidate.PORT), Era.MODERN, PLAIN, true));
    }
    return all;
  }

  /** One server of ours for each HTTP engine. */
  List<Candidate> idle() {
    return http().stream()
        .filter(candidate -> Set.of(JDK, ROBAHO, NETTY).contains(candidate.name()))
        .toList();
  }

  /** Where a server is that offers the API of the JDK's. */
  private Path engine() {
    return home.resolve("target/engine-lib");
  }

  private Path quarkus() {
    return home.resolve("target/quarkus/quarkus-app/quarkus-run.jar");
  }

  /** Servers over stdio. */
  List<Candidate> stdio() {
    List<Candidate> all = new ArrayList<>();
    all.add(piped("mcp4j", java(own(), SERVE, "--stdio"), Era.MODERN));
    all.add(piped("mcp4j, inline", java(own(), SERVE, "--stdio", "--inline"), Era.MODERN));
    all.add(piped("official Java SDK 2.1.0", java(peers(), OFFICIAL, "--stdio"), Era.LEGACY));
    if (hasTypeScript()) {
      all.add(piped(TYPESCRIPT, typeScript("--stdio"), Era.MODERN));
    }
    return all;
  }

  private static Candidate piped(String name, List<String> command, Era era) {
    return new Candidate(name, command, era, Set.of(), true);
  }

  private boolean hasTypeScript() {
    return Files.isExecutable(node());
  }

  private Path node() {
    return home.resolve("target/peers/node_modules/.bin/node");
  }

  private List<String> typeScript(String how) {
    return List.of(node().toString(), home.resolve("peers/server.mjs").toString(), how);
  }

  private Candidate ours(
      String name, Era era, Set<Workload> workloads, boolean eager, String... binding) {
    List<String> arguments = new ArrayList<>(List.of(Candidate.PORT, "--binding"));
    arguments.addAll(List.of(binding));
    return new Candidate(
        name, java(own(), SERVE, arguments.toArray(String[]::new)), era, workloads, eager);
  }

  /** A server of ours with so many tools, for what must not grow with them. */
  Candidate withTools(int tools) {
    return new Candidate(
        tools + " tools",
        java(own(), SERVE, Candidate.PORT, "--tools", Integer.toString(tools)),
        Era.MODERN,
        PLAIN,
        true);
  }

  List<String> clientLoad(String kind, String uri) {
    return java(peers(), "dev.mcp4j.benchmarks.peer.ClientLoad", kind, uri);
  }

  private List<String> java(String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  private String own() {
    return home.resolve("target/benchmarks.jar") + ":" + home.resolve("target/lib") + "/*";
  }

  private String peers() {
    return own() + ":" + home.resolve("target/peer-lib") + "/*";
  }
}
