/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

/**
 * The keys of {@code _meta} that the specification names.
 *
 * <p>Specification 2026-07-28: basic, _meta, Reserved keys.
 */
public final class MetaKeys {
  /** The prefix of the keys of the specification. */
  public static final String PREFIX = "io.modelcontextprotocol/";

  /** The revision a request is written in. */
  public static final String PROTOCOL_VERSION = PREFIX + "protocolVersion";

  /** Name and version of the client. */
  public static final String CLIENT_INFO = PREFIX + "clientInfo";

  /** What the client can do for the request. */
  public static final String CLIENT_CAPABILITIES = PREFIX + "clientCapabilities";

  /** The least severe log message wanted. */
  public static final String LOG_LEVEL = PREFIX + "logLevel";

  /** Name and version of the server. */
  public static final String SERVER_INFO = PREFIX + "serverInfo";

  /** The subscription a notification or result belongs to. */
  public static final String SUBSCRIPTION_ID = PREFIX + "subscriptionId";

  /** The token under which progress is wanted. */
  public static final String PROGRESS_TOKEN = "progressToken";

  /** The W3C trace parent. */
  public static final String TRACEPARENT = "traceparent";

  /** The W3C trace state. */
  public static final String TRACESTATE = "tracestate";

  /** The W3C baggage. */
  public static final String BAGGAGE = "baggage";

  private MetaKeys() {}
}
