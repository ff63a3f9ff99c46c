/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Begins sessions that are never used. */
final class Sessions {
  private Sessions() {}

  static void open(URI uri, int count) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofString(Era.INITIALIZE));
    for (Map.Entry<String, String> header : Era.LEGACY.headers("initialize").entrySet()) {
      request.setHeader(header.getKey(), header.getValue());
    }
    for (int i = 0; i < count; i++) {
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IOException("session " + i + " of " + count + " was answered with " + status);
      }
    }
  }
}
