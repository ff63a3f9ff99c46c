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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JwkSourceTest {
  private final McpServer server = McpServer.named("keys", "1").build();
  private final AtomicInteger fetches = new AtomicInteger();
  private HttpServerHandle http;
  private URI uri;
  private volatile String document = Keys.set(Keys.EC.toPublicJWK());
  private volatile int status = 200;

  private final class KeyEndpoint implements HttpEndpoint {
    @Override
    public void serve(HttpCall call) {
      fetches.incrementAndGet();
      call.reply(status, Map.of("Location", "https://evil.example.com/"), document.getBytes(UTF_8));
    }

    @Override
    public boolean isAt(String path) {
      return path.equals("/jwks");
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
