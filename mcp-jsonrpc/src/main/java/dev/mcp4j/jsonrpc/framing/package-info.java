/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How messages are delimited on a byte stream: newline-delimited JSON on stdio, server-sent events
 * on HTTP.
 *
 * <p>The decoders are pushed: the owner of the stream hands over whatever bytes arrived and a sink
 * is called back for each complete line or event, in order, on the same thread. How the stream was
 * cut into pieces never changes what the sink sees. Nothing here does I/O, starts a thread or
 * parses JSON, and memory is bounded by the limit given to each decoder.
 *
 * <p>A piece of input that holds a whole line or event is not copied: the sink gets a {@linkplain
 * dev.mcp4j.jsonrpc.framing.ByteSlice slice} of it that is good until the callback returns.
 *
 * <p>Neither decoder looks at the encoding of a message; the reader of a message does, with {@link
 * dev.mcp4j.jsonrpc.framing.Utf8}.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc.framing;
