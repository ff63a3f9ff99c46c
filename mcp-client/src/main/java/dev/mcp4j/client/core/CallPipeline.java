/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;

/** Everything that happens to a call, in this order. */
final class CallPipeline {
  private final CacheLink cache;
  private final InputRounds inputRounds;
  private final ToolMirror toolMirror;
  private final Versions versions;
  private final MetadataStamp stamp;
  private final Wire wire;

  CallPipeline(
      CacheLink cache,
      InputRounds inputRounds,
      ToolMirror toolMirror,
      Versions versions,
      MetadataStamp stamp,
      Wire wire) {
    this.cache = cache;
    this.inputRounds = inputRounds;
    this.toolMirror = toolMirror;
    this.versions = versions;
    this.stamp = stamp;
    this.wire = wire;
  }

  <P extends RequestParams, R extends Result> R run(Invocation<P, R> call) {
    return cache.run(
        call,
        missed ->
            inputRounds.run(
                missed,
                round ->
                    toolMirror.run(
                        round,
                        mirrored ->
                            versions.run(
                                version ->
                                    wire.run(
                                        stamp.run(mirrored.withProtocolVersion(version)),
                                        mirrored)))));
  }
}
