/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.io.IOException;
import java.util.List;

/** Several endpoints at one address, told apart by their paths. */
final class Endpoints implements HttpEndpoint {
  private final List<HttpEndpoint> endpoints;

  Endpoints(List<HttpEndpoint> endpoints) {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("there is no endpoint to serve");
    }
    this.endpoints = List.copyOf(endpoints);
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    at(call.path()).serve(call);
  }

  private HttpEndpoint at(String path) {
    for (HttpEndpoint endpoint : endpoints) {
      if (endpoint.isAt(path)) {
        return endpoint;
      }
    }
    return endpoints.get(0);
  }

  @Override
  public List<String> methods() {
    return endpoints.stream().flatMap(endpoint -> endpoint.methods().stream()).distinct().toList();
  }

  @Override
  public boolean isAt(String path) {
    return endpoints.stream().anyMatch(endpoint -> endpoint.isAt(path));
  }

  @Override
  public void drain() {
    endpoints.forEach(HttpEndpoint::drain);
  }

  @Override
  public void release() {
    endpoints.forEach(HttpEndpoint::release);
  }
}
