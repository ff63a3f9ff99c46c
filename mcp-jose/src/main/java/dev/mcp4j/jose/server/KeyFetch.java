/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.mcp4j.server.transport.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Fetches what an issuer publishes: over a safe way, without redirects, up to a size and a time.
 */
final class KeyFetch implements ResourceRetriever {
  private static final int OK = 200;

  private final Duration timeout;
  private final int maxBytes;
  private final HttpClient http;

  KeyFetch(Duration timeout, int maxBytes) {
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** Refuses an address where somebody on the way could replace the keys. */
  static void requireSafe(URI uri) {
    boolean local =
        "http".equals(uri.getScheme())
            && uri.getHost() != null
            && HostPort.parse(uri.getHost()).filter(HostPort::isLoopback).isPresent();
    if (!"https".equals(uri.getScheme()) && !local) {
      throw new IllegalArgumentException(
          "expected https, or http on a loopback address, but was: " + uri);
    }
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.toString()))
            .timeout(timeout)
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (response.statusCode() != OK) {
        throw new IOException(
            "a document of the issuer was answered with status " + response.statusCode());
      }
      if (bytes.length > maxBytes) {
        throw new IOException("a document of the issuer has more than " + maxBytes + " bytes");
      }
      return new Resource(new String(bytes, StandardCharsets.UTF_8), "application/json");
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
