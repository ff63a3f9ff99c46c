/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at URLs only: nothing here opens a connection or asks a name server. */
class UrlPolicyTest {
  private static final URI REMOTE = URI.create("https://mcp.example.com/mcp");
  private static final URI LOCAL = URI.create("http://localhost:4000/mcp");

  private static UrlPolicy resolvingTo(String... addresses) {
    return UrlPolicy.builder().resolver(host -> parse(addresses)).build();
  }

  private static List<InetAddress> parse(String... addresses) throws UnknownHostException {
    InetAddress[] parsed = new InetAddress[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      parsed[i] = InetAddress.getByName(addresses[i]);
    }
    return List.of(parsed);
  }

  private static void assertRefused(UrlPolicy policy, String url) {
    assertThatThrownBy(() -> policy.check(URI.create(url)))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("is refused");
  }

  private static void assertAllowed(UrlPolicy policy, String url) {
    assertThatCode(() -> policy.check(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://255.255.255.255/",
        "https://224.0.0.1/",
        "https://198.18.0.1/",
        "https://[::]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://[::10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[2002:a00:1::1]/",
        "https://[2001:0:4136:e378::1]/",
        "https://[2001:db8::1]/",
        "https://[2600::5efe:a00:1]/"
      })
  void a24SpecialAddressesAreRefused(String url) {
    assertRefused(resolvingTo("93.184.216.34").forServer(REMOTE), url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://0177.0.0.1/",
        "https://010.0.0.1/",
        "https://10.0.0.01/",
        "https://10.0.0.1./",
        "https://host.0x7f/",
        "https://[fe80::1%25eth0]/"
      })
  void a24OddSpellingsOfAddressesAreRefused(String url) {
    assertRefused(resolvingTo("93.184.216.34").forServer(REMOTE), url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x",
        "https:/nohost",
        "https://user:secret@example.com/"
      })
  void a24OnlyHttpsWithoutCredentialsIsAllowed(String url) {
    assertRefused(resolvingTo("93.184.216.34"), url);
  }

  @Test
  void a24EveryAddressOfANameIsLookedAt() {
    assertAllowed(resolvingTo("93.184.216.34", "2606:2800::1"), "https://example.com/a");
    assertRefused(resolvingTo("93.184.216.34", "10.0.0.1"), "https://example.com/a");
    assertRefused(resolvingTo("127.0.0.1"), "https://example.com/a");
    assertRefused(resolvingTo("::ffff:127.0.0.1"), "https://example.com/a");
    assertRefused(resolvingTo(), "https://example.com/a");
  }

  @Test
  void a24NameWithoutAddressIsRefused() {
    UrlPolicy policy =
        UrlPolicy.builder()
            .resolver(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();

    assertRefused(policy, "https://example.com/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/",
        "http://LOCALHOST/",
        "http://as.localhost:1/",
        "http://127.0.0.1:1/",
        "http://127.1.2.3/",
        "http://[::1]:1/",
        "https://localhost/"
      })
  void a24LoopbackIsOnlyForServersThere(String url) {
    assertAllowed(UrlPolicy.standard().forServer(LOCAL), url);
    assertRefused(UrlPolicy.standard().forServer(REMOTE), url);
    assertAllowed(UrlPolicy.builder().allowLoopback().build().forServer(REMOTE), url);
  }

  @Test
  void a24OriginOfTheServerIsAllowedAndNoOtherPortOfIt() {
    URI server = URI.create("https://mcp.corp.example/mcp");
    UrlPolicy policy = resolvingTo("10.1.2.3").forServer(server);

    assertAllowed(policy, "https://MCP.corp.example:443/.well-known/x");
    assertRefused(policy, "https://mcp.corp.example:8443/");
    assertRefused(policy, "https://sso.corp.example/");
  }

  @Test
  void a24OwnNetworksCanBeAllowed() {
    UrlPolicy host = UrlPolicy.builder().allowHost("SSO.corp.example").build();
    UrlPolicy network = UrlPolicy.builder().allowPrivateNetworks().build();

    assertAllowed(host, "https://sso.corp.example/");
    assertRefused(host, "http://sso.corp.example/");
    assertAllowed(network, "https://10.0.0.1/");
    assertRefused(network, "http://10.0.0.1/");
    assertRefused(network, "https://167772161/");
    assertRefused(network, "https://127.0.0.1/");
  }

  @Property(tries = 200)
  void a24AddressOfVersion4IsJudgedAlikeInEverySpellingOfVersion6(
      @ForAll @IntRange(min = 0, max = 255) int a,
      @ForAll @IntRange(min = 0, max = 255) int b,
      @ForAll @IntRange(min = 0, max = 255) int c) {
    UrlPolicy policy = UrlPolicy.standard();
    String plain = "https://%d.%d.%d.7/".formatted(a, b, c);
    String mapped = "https://[::ffff:%d.%d.%d.7]/".formatted(a, b, c);

    assertEquallyJudged(policy, plain, mapped);
  }

  private static void assertEquallyJudged(UrlPolicy policy, String first, String second) {
    if (isAllowed(policy, first)) {
      assertAllowed(policy, second);
    } else {
      assertRefused(policy, second);
    }
  }

  private static boolean isAllowed(UrlPolicy policy, String url) {
    try {
      policy.check(URI.create(url));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  @Test
  void messageHoldsNoQuery() {
    assertThatThrownBy(() -> UrlPolicy.standard().check(URI.create("http://h.example/p?k=secret")))
        .hasMessage("the URL http://h.example:80/p is refused: expected https");
  }
}
