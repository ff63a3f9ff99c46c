/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client;

import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.script.ServedProcess;

/** The life of a server that a client starts, which is the same by all revisions. */
public final class StdioLife {
  private StdioLife() {}

  /**
   * Complains on stderr, which is no error.
   *
   * @param trial where to report
   * @param stage the stage, with a server that echoes
   * @param client the client
   * @param text the complaint
   */
  public static void complain(Trial trial, Stage stage, Client client, String text) {
    stage.brings("stdio.stderr-no-error", client.call("echo").await(), "{}");
    // A client may find out with a process of its own what the server speaks.
    int before = stage.stdio().processes(1, stage.patience()).size();
    stage.stdio().latest().orElseThrow().complain("ERROR: " + text);
    stage.brings("stdio.stderr-no-error", client.call("echo").await(), "{}");
    int more = stage.stdio().processes(1, stage.patience()).size() - before;
    trial.expect("stdio.stderr-no-error", more == 0, "the same process", more + " more");
  }

  /**
   * Closes the client, which is to close the input of its server.
   *
   * @param trial where to report
   * @param stage the stage, with a server that echoes
   * @param client the client
   */
  public static void end(Trial trial, Stage stage, Client client) {
    stage.brings("base.core-supported", client.call("echo").await(), "{}");
    ServedProcess process = stage.stdio().latest().orElseThrow();
    client.close().await();
    trial.expect(
        "stdio.client-closes-input",
        process.awaitEndOfInput(stage.patience()),
        "the end of its input",
        "none");
    trial.expect(
        "stdio.client-closes-input",
        process.awaitEnd(stage.patience()),
        "the end of the process, by force if it must be",
        "a process that still runs");
  }
}
