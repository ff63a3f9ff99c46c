/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.contract.ContractClient;
import dev.mcp4j.conformance.driver.Link;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The driver of this project's client, in the same JVM. Its lines may be changed on the way. */
final class InProcessLink implements Link {
  private final UnaryOperator<String> commands;
  private final UnaryOperator<String> answers;
  private ContractClient driver = new ContractClient(line -> {});

  InProcessLink(UnaryOperator<String> commands) {
    this(commands, line -> line);
  }

  InProcessLink(UnaryOperator<String> commands, UnaryOperator<String> answers) {
    this.commands = commands;
    this.answers = answers;
  }

  @Override
  public void start(Consumer<String> onLine, Consumer<String> onEnd) {
    driver.close();
    driver = new ContractClient(line -> onLine.accept(answers.apply(line)));
  }

  @Override
  public void send(String line) {
    driver.accept(commands.apply(line));
  }

  @Override
  public void close() {
    driver.close();
  }
}
