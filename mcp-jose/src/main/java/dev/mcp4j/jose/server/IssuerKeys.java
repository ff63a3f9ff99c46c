/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the keys of an issuer from where its metadata says they are. The metadata is read anew
 * each time, so that the keys may move.
 *
 * <p>RFC 8414, section 3; OpenID Connect Discovery 1.0, section 4.
 */
final class IssuerKeys implements ResourceRetriever {
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private final String issuer;
  private final KeyFetch fetch;

  IssuerKeys(String issuer, KeyFetch fetch) {
    this.issuer = issuer;
    this.fetch = fetch;
  }

  /** Returns where the metadata of an issuer may be, in the order of the specification. */
  static List<URI> places(String issuer) {
    URI uri = URI.create(issuer);
    if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "expected a URL without query and fragment as issuer, but was: " + issuer);
    }
    KeyFetch.requireSafe(uri);
    String path = uri.getRawPath().replaceFirst("/$", "");
    return path.isEmpty()
        ? List.of(uri.resolve(OAUTH), uri.resolve(OPENID))
        : List.of(
            uri.resolve(OAUTH + path), uri.resolve(OPENID + path), uri.resolve(path + OPENID));
  }

  @Override
  public Resource retrieveResource(URL unused) throws IOException {
    return fetch.retrieveResource(address(metadata()).toURL());
  }

  private Map<String, Object> metadata() throws IOException {
    IOException trouble = new IOException("the issuer has no metadata");
    for (URI place : places(issuer)) {
      Resource document;
      try {
        document = fetch.retrieveResource(place.toURL());
      } catch (IOException e) {
        trouble.addSuppressed(e);
        continue;
      }
      return checked(document);
    }
    throw trouble;
  }

  /** Keys that somebody else's metadata names would be somebody else's keys. */
  private Map<String, Object> checked(Resource document) throws IOException {
    try {
      Map<String, Object> metadata = JSONObjectUtils.parse(document.getContent());
      String named = JSONObjectUtils.getString(metadata, "issuer");
      if (issuer.equals(named)) {
        return metadata;
      }
      throw new IOException("expected metadata of " + issuer + ", found that of " + named);
    } catch (ParseException e) {
      throw new IOException("the metadata of the issuer is malformed", e);
    }
  }

  private static URI address(Map<String, Object> metadata) throws IOException {
    try {
      @Nullable String text = JSONObjectUtils.getString(metadata, "jwks_uri");
      if (text == null) {
        throw new IOException("the metadata of the issuer names no keys");
      }
      URI uri = URI.create(text);
      KeyFetch.requireSafe(uri);
      return uri;
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("the metadata of the issuer names no usable address of keys", e);
    }
  }
}
