/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;

/** Takes the methods of features. */
@FunctionalInterface
public interface RouteTable {
  /**
   * Registers a method.
   *
   * @param method the method
   * @param route what answers it
   * @param <P> the type of the parameters
   * @param <R> the type of the result
   * @throws IllegalArgumentException if another feature has the method already
   */
  <P extends RequestParams, R extends Result> void add(
      RequestMethod<P, R> method, Route<P, R> route);
}
