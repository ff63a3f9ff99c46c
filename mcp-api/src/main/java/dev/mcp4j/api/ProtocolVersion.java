/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.List;

/**
 * The revisions of the protocol, newest first.
 *
 * <p>Specification 2026-07-28: basic/versioning.
 */
public final class ProtocolVersion {
  /** The stateless revision that this library speaks natively. */
  public static final String V2026_07_28 = "2026-07-28";

  /** The newest revision with a handshake. */
  public static final String V2025_11_25 = "2025-11-25";

  /** The revision that brought elicitation and structured results. */
  public static final String V2025_06_18 = "2025-06-18";

  /** The revision that brought Streamable HTTP. */
  public static final String V2025_03_26 = "2025-03-26";

  /** The first revision. */
  public static final String V2024_11_05 = "2024-11-05";

  /** The revisions whose requests carry their own metadata. */
  public static final List<String> MODERN = List.of(V2026_07_28);

  /** The revisions that begin with a handshake. */
  public static final List<String> LEGACY =
      List.of(V2025_11_25, V2025_06_18, V2025_03_26, V2024_11_05);

  private ProtocolVersion() {}
}
