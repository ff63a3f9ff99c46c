/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.stream.Stream;

/** All faults of clients over HTTP. */
final class ClientFaults {
  private ClientFaults() {}

  static List<ClientFault> all() {
    return Stream.of(
            ClientMessageFaults.all(),
            ClientHeaderFaults.all(),
            ClientResultFaults.all(),
            ClientInputFaults.all(),
            ClientTaskFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
