/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * One broken rule of a client.
 *
 * @param fault what is done to what passes between client and server
 * @param command what is done to the command that sets the client up
 * @param tries how many tries show it
 * @param isSlow whether it shows only by what does not come
 */
record ClientFault(Fault fault, Consumer<ObjectNode> command, int tries, boolean isSlow) {
  private static final int TRIES = 12;
  private static final int MANY = 80;

  static ClientFault of(Fault fault) {
    return new ClientFault(fault, command -> {}, TRIES, false);
  }

  /** A fault that few of the generated values show. */
  ClientFault rare() {
    return new ClientFault(fault, command, MANY, isSlow);
  }

  /** A fault that shows only by what does not come. */
  ClientFault slow() {
    return new ClientFault(fault, command, tries, true);
  }

  /** The same, which also spoils replies. */
  ClientFault withReply(Fault.ReplySpoiler spoiler) {
    return new ClientFault(fault.and(spoiler), command, tries, isSlow);
  }

  /** The same, with the client set up differently. */
  ClientFault with(Consumer<ObjectNode> change) {
    return new ClientFault(fault, change, tries, isSlow);
  }

  @Override
  public String toString() {
    return fault.toString();
  }
}
