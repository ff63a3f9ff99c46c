/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Follows the redirects of an authorization server that needs nobody to sign in. */
final class HeadlessSession implements UserAgent.Session {
  private static final int MAX_REDIRECTS = 10;

  private final String redirectUri;
  private final HttpClient client = AuthHttp.newClient();

  HeadlessSession(String redirectUri) {
    this.redirectUri = redirectUri;
  }

  @Override
  public String redirectUri() {
    return redirectUri;
  }

  @Override
  public AuthorizationResponse authorize(UserAgent.Request request) throws InterruptedException {
    URI url = request.url();
    for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
      request.policy().check(url);
      String location = location(url, request);
      if (location.equals(redirectUri) || location.startsWith(redirectUri + "?")) {
        String query = location.substring(redirectUri.length());
        return AuthorizationResponse.ofQuery(query.isEmpty() ? "" : query.substring(1));
      }
      url = resolve(url, location);
    }
    throw new AuthorizationException(
        "%s was redirected more than %d times".formatted(show(request.url()), MAX_REDIRECTS));
  }

  private String location(URI url, UserAgent.Request request) throws InterruptedException {
    HttpRequest get = HttpRequest.newBuilder(url).timeout(request.atMost()).GET().build();
    try {
      HttpResponse<Void> response = client.send(get, HttpResponse.BodyHandlers.discarding());
      return response
          .headers()
          .firstValue("Location")
          .filter(location -> response.statusCode() / 100 == 3)
          .orElseThrow(
              () ->
                  new AuthorizationException(
                      "expected a redirect from %s, found status %d"
                          .formatted(show(url), response.statusCode())));
    } catch (IOException e) {
      throw new AuthorizationException("%s cannot be reached".formatted(show(url)), null, e);
    }
  }

  private static URI resolve(URI url, String location) {
    try {
      return url.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new AuthorizationException(
          "%s redirected to something that is no URL".formatted(show(url)));
    }
  }

  private static String show(URI url) {
    return UrlPolicy.show(url);
  }

  @Override
  public void close() {}
}
