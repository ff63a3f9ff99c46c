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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasks that a server keeps. */
final class Tasks {
  static final String GET = "tasks/get";

  private static final Pattern ID = Pattern.compile("\"taskId\":\"([^\"]+)\"");

  private Tasks() {}

  /** Makes tasks one after the other. Returns the id of the last. */
  static String open(URI uri, int count) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofString(Era.MODERN.callAsTask()));
    for (Map.Entry<String, String> header : Era.MODERN.headers("tools/call").entrySet()) {
      request.setHeader(header.getKey(), header.getValue());
    }
    String id = null;
    for (int i = 0; i < count; i++) {
      String answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      Matcher found = ID.matcher(answer);
      if (!found.find()) {
        throw new IOException("call " + i + " of " + count + " became no task: " + answer);
      }
      id = found.group(1);
    }
    if (id == null) {
      throw new IllegalArgumentException("no tasks are wanted");
    }
    return id;
  }

  static Map<String, String> headers(String id) {
    Map<String, String> headers = Era.MODERN.headers(GET);
    headers.put("Mcp-Name", id);
    return headers;
  }
}
