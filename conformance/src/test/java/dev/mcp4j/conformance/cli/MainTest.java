/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ContractClient;
import dev.mcp4j.conformance.contract.ContractServer;
import dev.mcp4j.conformance.faulty.Peers;
import dev.mcp4j.conformance.fixture.FixtureClient;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MainTest {
  private static McpServer server;
  private static HttpServerHandle http;

  @TempDir Path folder;

  @BeforeAll
  static void serve() {
    server = ContractServer.create();
    http = server.serveHttp(0);
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  @Test
  void soundServerExitsWithZero() {
    Output output =
        run("server", "--url", http.uri().toString(), "--only", "version", "--seed", "1");
    assertThat(output.exit()).isZero();
    assertThat(output.text()).contains("0 MUST and 0 SHOULD violated").contains("seed 1");
  }

  @Test
  void violatedMustExitsWithOneAndIsReportedEverywhere() throws Exception {
    Path json = folder.resolve("r.json");
    Path junit = folder.resolve("r.xml");
    Path html = folder.resolve("r.html");
    try (AutoCloseable peer = Peers.faulty("http.version.unsupported-status")) {
      Output output =
          run(
              "server",
              "--url",
              peer.toString(),
              "--only",
              "Version",
              "--seed",
              "1",
              "--json",
              json.toString(),
              "--junit",
              junit.toString(),
              "--html",
              html.toString());
      assertThat(output.exit()).isEqualTo(1);
      assertThat(output.text())
          .contains("VIOLATED  http.version.unsupported-status  MUST")
          .contains("expected: status 400")
          .contains("curl -isN")
          .contains("--only Version.unknownVersionIsRefusedWithTheKnownOnes --seed 1");
    }
    JsonNode report = Json.read(Files.readString(json)).orElseThrow();
    JsonNode verdict =
        report
            .path("requirements")
            .valueStream()
            .filter(r -> r.path("id").stringValue("").equals("http.version.unsupported-status"))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.path("status").stringValue("")).isEqualTo("violated");
    assertThat(verdict.path("finding").path("transcript").stringValue("")).contains("> POST /mcp");
    var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(Files.readString(html))
        .contains("id=\"2026-07-28-http.version.unsupported-status\"");
  }

  @Test
  void baselineExcusesWhatItNamesAndFailsWhenStale() throws Exception {
    Path baseline = folder.resolve("baseline.txt");
    try (AutoCloseable peer = Peers.faulty("http.version.unsupported-status")) {
      run(
          "server",
          "--url",
          peer.toString(),
          "--only",
          "Version",
          "--write-baseline",
          baseline.toString());
      assertThat(Files.readString(baseline)).contains("http.version.unsupported-status");
      Output known =
          run(
              "server",
              "--url",
              peer.toString(),
              "--only",
              "Version",
              "--baseline",
              baseline.toString());
      assertThat(known.exit()).isZero();
    }
    Output stale =
        run(
            "server",
            "--url",
            http.uri().toString(),
            "--only",
            "Version",
            "--baseline",
            baseline.toString());
    assertThat(stale.exit()).isEqualTo(1);
    assertThat(stale.text()).contains("stale in the baseline").contains("unsupported-status");
  }

  @Test
  void violatedShouldFailsOnlyWhenStrict() throws Exception {
    try (AutoCloseable peer = Peers.faulty("meta.response.server-info")) {
      String url = peer.toString();
      assertThat(run("server", "--url", url, "--only", "Version.discovery").exit()).isZero();
      assertThat(run("server", "--url", url, "--only", "Version.discovery", "--strict").exit())
          .isEqualTo(1);
      assertThat(
              run(
                      "server",
                      "--url",
                      url,
                      "--only",
                      "Version.discovery",
                      "--strict",
                      "--level",
                      "must")
                  .exit())
          .isZero();
    }
  }

  @Test
  void soundClientExitsWithZero() {
    String driver = java(ContractClient.class);
    Output output =
        run("client", "--command", driver, "--only", "page.", "--tries", "3", "--seed", "1");
    assertThat(output.text()).contains("0 MUST and 0 SHOULD violated").contains("mcp4j 0.1.0");
    assertThat(output.exit()).isZero();
  }

  @Test
  void clientWithoutDriverIsLookedAtByItsScenarios() {
    Output output =
        run(
            "client",
            "--command",
            java(FixtureClient.class),
            "--scenarios",
            "tools_call,http-standard-headers",
            "--timeout",
            "60");
    assertThat(output.text()).contains("0 MUST and 0 SHOULD violated");
    assertThat(output.exit()).isZero();
  }

  private static String java(Class<?> main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "'%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s"
        .formatted(java, System.getProperty("java.class.path"), main.getName());
  }

  @Test
  void impossibleRunExitsWithTwo() {
    assertThat(run("client", "--command", "exit 3").exit()).isEqualTo(2);
    assertThat(run("server").exit()).isEqualTo(2);
    assertThat(run("server", "--url", "http://127.0.0.1:1/mcp").exit()).isEqualTo(2);
    assertThat(run("server", "--command", "exit 3").exit()).isEqualTo(2);
    String url = http.uri().toString();
    assertThat(run("server", "--url", url, "--only", "nonsense").exit()).isEqualTo(2);
    assertThat(run("server", "--url", url, "--revision", "1999-01-01").exit()).isEqualTo(2);
    assertThat(run("server", "--url", url, "--baseline", "no such file").exit()).isEqualTo(2);
    assertThat(run("nonsense").exit()).isEqualTo(2);
  }

  @Test
  void severalRevisionsAreReportedTogether() throws Exception {
    Path json = folder.resolve("both.json");
    Path junit = folder.resolve("both.xml");
    Path html = folder.resolve("both.html");
    Output output =
        run(
            "server",
            "--url",
            http.uri().toString(),
            "--revision",
            "all",
            "--only",
            "tool.unknown",
            "--tries",
            "2",
            "--json",
            json.toString(),
            "--junit",
            junit.toString(),
            "--html",
            html.toString());
    assertThat(output.exit()).isZero();
    assertThat(output.text().lines())
        .contains(
            "server of revision 2026-07-28: 1 requirements met, 0 MUST and 0 SHOULD violated,"
                + " 0 unstable, 0 not exercised",
            "server of revision 2025-11-25: 1 requirements met, 0 MUST and 0 SHOULD violated,"
                + " 0 unstable, 0 not exercised");
    assertThat(Json.read(Files.readString(json)).orElseThrow().path("runs").valueStream())
        .extracting(report -> report.path("revision").stringValue(""))
        .containsExactly("2026-07-28", "2025-11-25");
    var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(Files.readString(html)).contains("<th>2026-07-28</th><th>2025-11-25</th>");
  }

  @Test
  void revisionThatIsNotSpokenIsLeftOutWhenAllAreWanted() throws Exception {
    try (AutoCloseable peer = Peers.faulty("meta.response.server-info")) {
      String url = peer.toString();
      Output output = run("server", "--url", url, "--revision", "ALL", "--only", "tool.unknown");
      assertThat(output.exit()).isZero();
      assertThat(output.text()).contains("2026-07-28").doesNotContain("of revision 2025-11-25");
      String both = "2026-07-28,2025-11-25";
      assertThat(run("server", "--url", url, "--revision", both, "--only", "tool.unknown").exit())
          .isEqualTo(2);
    }
  }

  @Test
  void driverThatDoesNotAnswerIsNamedAndNotAccused() {
    String hello =
        "{\"driver\":1,\"name\":\"slow\",\"version\":\"1\",\"abilities\":[\"http\",\"tools\"]}";
    String driver =
        "while read -r line; do id=${line#*:}; id=${id%%,*}; case $line in *hello*) echo"
            + " '{\"id\":'$id',\"ok\":"
            + hello
            + "}';; *reset*) echo '{\"id\":'$id',\"ok\":{}}';; esac; done";
    Output output =
        run("client", "--command", driver, "--timeout", "1", "--only", "Exchange.argumentsArrive");
    assertThat(output.text())
        .contains("Exchange.argumentsArriveAsTheyWereGiven: the driver did not answer connect")
        .contains("within 1 s (see --timeout)")
        .contains("0 MUST and 0 SHOULD violated");
    assertThat(output.exit()).isEqualTo(2);
  }

  @Test
  void helpShowsNoEmptyDefaults() {
    for (String command : new String[] {"server", "client", "requirements", "coverage"}) {
      assertThat(run(command, "--help").text())
          .contains("Usage: mcp4j-conformance " + command)
          .doesNotContain("Default: []")
          .doesNotContain("null");
    }
  }

  @Test
  void catalogueAndCoverageArePrinted() {
    assertThat(run("requirements", "--role", "client").text())
        .contains("http.client-accept")
        .doesNotContain("http.origin.validated");
    assertThat(run("coverage").text()).contains("| 2026-07-28 | server | MUST |");
  }

  private record Output(int exit, String text) {}

  private static Output run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      int exit = Main.run(args);
      return new Output(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
