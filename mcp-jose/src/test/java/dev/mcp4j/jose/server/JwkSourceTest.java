/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWK;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JwkSourceTest {
  private final McpServer server = McpServer.named("keys", "1").build();
  private final AtomicInteger fetches = new AtomicInteger();
  private HttpServerHandle http;
  private URI uri;
  private volatile String document = Keys.set(Keys.EC.toPublicJWK());
  private volatile int status = 200;
  private volatile String metadata = "";
  private volatile String metadataAt = "";

  private final class KeyEndpoint implements HttpEndpoint {
    @Override
    public void serve(HttpCall call) {
      if (call.path().equals(metadataAt)) {
        call.reply(200, Map.of(), metadata.getBytes(UTF_8));
        return;
      }
      fetches.incrementAndGet();
      call.reply(status, Map.of("Location", "https://evil.example.com/"), document.getBytes(UTF_8));
    }

    @Override
    public boolean isAt(String path) {
      return path.endsWith("/jwks") || path.equals(metadataAt);
    }
  }

  @BeforeEach
  void start() {
    http = server.serveHttp(HttpOptions.onPort(0), List.of(new KeyEndpoint()));
    uri = http.uri().resolve("/jwks");
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private JwtVerifier verifier() {
    return JwtVerifier.of(Jwt.ISSUER, JwkSource.at(uri));
  }

  private static String signedWith(JWK key) {
    return Jwt.accessToken().header("kid", key.getKeyID()).signed(key);
  }

  @Test
  void keysAreFetchedOnceForManyTokens() throws Exception {
    JwtVerifier verifier = verifier();
    assertThat(fetches).hasValue(0);

    for (int i = 0; i < 5; i++) {
      assertThat(verifier.verify(signedWith(Keys.EC)).subject()).isEqualTo("ada");
    }

    assertThat(fetches).hasValue(1);
  }

  @Test
  void newKeyIsFetchedWhenATokenNamesIt() throws Exception {
    JwtVerifier verifier = verifier();
    verifier.verify(signedWith(Keys.EC));
    document = Keys.set(Keys.OTHER_EC.toPublicJWK());

    assertThat(verifier.verify(signedWith(Keys.OTHER_EC)).subject()).isEqualTo("ada");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void unknownKeysDoNotMakeTheServerFetchForEachToken() throws Exception {
    JwtVerifier verifier = verifier();
    verifier.verify(signedWith(Keys.EC));

    for (int i = 0; i < 20; i++) {
      String token = signedWith(Keys.ec("unknown-" + i));
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> verifier.verify(token));
    }

    assertThat(fetches.get()).isLessThanOrEqualTo(3);
    assertThat(verifier.verify(signedWith(Keys.EC)).subject()).isEqualTo("ada");
  }

  @Test
  void knownKeysAreUsedOnWhileTheIssuerIsOutOfReach() throws Exception {
    JwtVerifier verifier = verifier();
    verifier.verify(signedWith(Keys.EC));
    status = 500;

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(signedWith(Keys.OTHER_EC)));
    assertThat(verifier.verify(signedWith(Keys.EC)).subject()).isEqualTo("ada");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 404, 302})
  void issuerThatWasNeverReachedIsNoVerdict(int answered) {
    status = answered;

    assertThatIOException().isThrownBy(() -> verifier().verify(signedWith(Keys.EC)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "no keys", "{\"keys\":7}"})
  void documentThatIsNoKeySetIsNoVerdict(String text) {
    document = text;

    assertThatIOException().isThrownBy(() -> verifier().verify(signedWith(Keys.EC)));
  }

  @Test
  void documentOfAnySizeIsNotRead() {
    document = Keys.set(Keys.EC.toPublicJWK()) + " ".repeat(300_000);

    assertThatIOException().isThrownBy(() -> verifier().verify(signedWith(Keys.EC)));
  }

  private String issuer(String path) {
    String origin = http.uri().resolve("/").toString().replaceFirst("/$", "");
    metadata = "{\"issuer\":\"" + origin + path + "\",\"jwks_uri\":\"" + uri + "\"}";
    return origin + path;
  }

  private static String tokenOf(String issuer) {
    return Jwt.accessToken().claim("iss", issuer).signed();
  }

  @ParameterizedTest
  @CsvSource({
    "'', /.well-known/oauth-authorization-server",
    "'', /.well-known/openid-configuration",
    "/, /.well-known/oauth-authorization-server",
    "/a/b, /.well-known/oauth-authorization-server/a/b",
    "/a/b, /.well-known/openid-configuration/a/b",
    "/a/b, /a/b/.well-known/openid-configuration"
  })
  void issuerLeadsToItsKeys(String path, String place) throws Exception {
    String issuer = issuer(path);
    metadataAt = place;
    JwtVerifier verifier = JwtVerifier.of(issuer);

    assertThat(verifier.verify(tokenOf(issuer)).subject()).isEqualTo("ada");
    assertThat(verifier.verify(tokenOf(issuer)).subject()).isEqualTo("ada");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void metadataOfAnotherIssuerLeadsNowhere() {
    String issuer = issuer("/a");
    metadataAt = "/.well-known/oauth-authorization-server/b";
    JwtVerifier verifier = JwtVerifier.of(issuer.replaceFirst("/a$", "/b"));

    assertThatIOException()
        .isThrownBy(() -> verifier.verify(tokenOf(issuer.replaceFirst("/a$", "/b"))));
    assertThat(fetches).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"issuer\":\"ISSUER\"}",
        "{\"issuer\":\"ISSUER\",\"jwks_uri\":7}",
        "{\"issuer\":\"ISSUER\",\"jwks_uri\":\"http://id.example.com/jwks\"}",
        "{\"issuer\":\"ISSUER\",\"jwks_uri\":\"file:///etc/passwd\"}",
        "{\"issuer\":\"ISSUER/\",\"jwks_uri\":\"KEYS\"}",
        "{\"issuer\":null,\"jwks_uri\":\"KEYS\"}"
      })
  void metadataThatIsNotInOrderIsNoVerdict(String text) {
    String issuer = issuer("");
    metadata = text.replace("ISSUER", issuer).replace("KEYS", uri.toString());
    metadataAt = "/.well-known/oauth-authorization-server";

    assertThatIOException().isThrownBy(() -> JwtVerifier.of(issuer).verify(tokenOf(issuer)));
  }

  @Test
  void keysMayMove() throws Exception {
    String issuer = issuer("");
    metadataAt = "/.well-known/oauth-authorization-server";
    JwtVerifier verifier = JwtVerifier.of(issuer);
    verifier.verify(tokenOf(issuer));
    metadata = metadata.replace("/jwks", "/new/jwks");
    document = Keys.set(Keys.OTHER_EC.toPublicJWK());

    String token =
        Jwt.accessToken().claim("iss", issuer).header("kid", "ec-2").signed(Keys.OTHER_EC);
    assertThat(verifier.verify(token).subject()).isEqualTo("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.example.com",
        "http://id.example.com",
        "https://id.example.com?a=b",
        "https://id.example.com#a",
        "not a URL"
      })
  void issuerIsAUrlOverWhichKeysMayTravel(String issuer) {
    assertThatIllegalArgumentException().isThrownBy(() -> JwtVerifier.of(issuer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://id.example.com/jwks", "file:///etc/passwd", "ftp://id.example.com/"})
  void keysTravelOverHttpsOnly(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> JwkSource.at(URI.create(address)));
  }

  @Test
  void textThatIsNoKeySetIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> JwkSource.fixed("{}"));
  }

  @Test
  void onlyAccessTokensAreAcceptedWhereThatIsAsked() throws Exception {
    JwtVerifier strict =
        JwtVerifier.builder()
            .issuer(Jwt.ISSUER, ProtectedServer.keys(Keys.EC))
            .requireAccessTokenType()
            .build();

    assertThat(strict.verify(Jwt.accessToken().signed()).subject()).isEqualTo("ada");
    assertThat(
            strict.verify(Jwt.accessToken().header("typ", "application/at+jwt").signed()).subject())
        .isEqualTo("ada");
    for (String type : new String[] {"JWT", null}) {
      String token = Jwt.accessToken().header("typ", type).signed();
      assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> strict.verify(token));
    }
  }
}
