/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as the header {@code Host} and the origin of a web page name them.
 * Parsing never asks a name service.
 *
 * @param host a name or an IPv4 address in lower case, or an IPv6 address in brackets
 * @param port the port; {@link #NO_PORT} if none is named
 */
public record HostPort(String host, int port) {
  /** Stands for the port if none is named. */
  public static final int NO_PORT = -1;

  private static final int MAX_PORT = 65_535;
  private static final Pattern NAME_PORT =
      Pattern.compile("(?<host>[A-Za-z0-9._-]{1,255})(?::(?<port>[0-9]{0,5}))?");
  private static final Pattern IPV6_PORT =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>[0-9]{0,5}))?");
  private static final Pattern IPV4_LOOPBACK =
      Pattern.compile("127(?:\\.(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");
  private static final Pattern IPV6_LOOPBACK = Pattern.compile("\\[(?:0:){7}1]");

  /**
   * Checks the components. {@link #parse} makes well-formed ones.
   *
   * @param host not null
   * @param port 0 to 65535, or {@link #NO_PORT}
   * @throws IllegalArgumentException if the port is out of range
   */
  public HostPort {
    Objects.requireNonNull(host, "host");
    if (port < NO_PORT || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is at most 65535: " + port);
    }
  }

  /**
   * Reads a host and perhaps a port.
   *
   * @param text for example {@code localhost:8080} or {@code [::1]}
   * @return the host in its canonical form and the port, or empty if the text is something else
   */
  public static Optional<HostPort> parse(String text) {
    boolean bracketed = text.startsWith("[");
    var matcher = (bracketed ? IPV6_PORT : NAME_PORT).matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group("port");
    int port = digits == null || digits.isEmpty() ? NO_PORT : Integer.parseInt(digits);
    if (port > MAX_PORT) {
      return Optional.empty();
    }
    String host = matcher.group("host");
    return (bracketed ? canonicalIpv6(host) : Optional.of(host.toLowerCase(Locale.ROOT)))
        .map(canonical -> new HostPort(canonical, port));
  }

  /**
   * Names the address that a server listens at, as its clients on this machine do.
   *
   * @param bound the address, with its port
   * @return the host and port; the host is {@code localhost} if the server listens at every address
   */
  public static HostPort of(InetSocketAddress bound) {
    InetAddress address = bound.getAddress();
    String host = address.getHostAddress();
    if (address.isAnyLocalAddress()) {
      host = "localhost";
    } else if (address instanceof Inet6Address) {
      host = "[" + host.replaceFirst("%.*", "") + "]";
    }
    return new HostPort(host, bound.getPort());
  }

  private static Optional<String> canonicalIpv6(String bracketed) {
    try {
      String address = InetAddress.getByName(bracketed).getHostAddress();
      return Optional.of(address.indexOf(':') < 0 ? address : "[" + address + "]");
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells whether the host is this machine by definition: {@code localhost}, an address in 127/8,
   * or {@code [::1]}.
   *
   * @return true if it is
   */
  public boolean isLoopback() {
    return host.equals("localhost")
        || IPV4_LOOPBACK.matcher(host).matches()
        || IPV6_LOOPBACK.matcher(host).matches();
  }

  /**
   * Returns the canonical text.
   *
   * @return the host, and the port if there is one
   */
  @Override
  public String toString() {
    return port == NO_PORT ? host : host + ":" + port;
  }
}
