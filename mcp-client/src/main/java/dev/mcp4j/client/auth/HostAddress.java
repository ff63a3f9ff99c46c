/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of host a URL names. */
final class HostAddress {
  /** Four numbers without leading zeros: everything else is read differently by different tools. */
  private static final Pattern PLAIN_V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** A last label that some tools read as a number. */
  private static final Pattern NUMERIC_END =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  private static final class Range {
    private final byte[] prefix;
    private final int bits;

    Range(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    static Range of(String text) {
      String[] parts = text.split("/", -1);
      try {
        return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** The registries of special-purpose addresses, RFC 6890 and its successors. */
  private static final List<Range> SPECIAL =
      List.of(
          Range.of("0.0.0.0/8"),
          Range.of("10.0.0.0/8"),
          Range.of("100.64.0.0/10"),
          Range.of("127.0.0.0/8"),
          Range.of("169.254.0.0/16"),
          Range.of("172.16.0.0/12"),
          Range.of("192.0.0.0/24"),
          Range.of("192.0.2.0/24"),
          Range.of("192.88.99.0/24"),
          Range.of("192.168.0.0/16"),
          Range.of("198.18.0.0/15"),
          Range.of("198.51.100.0/24"),
          Range.of("203.0.113.0/24"),
          Range.of("224.0.0.0/4"),
          Range.of("240.0.0.0/4"));

  /** The part of IPv6 that is given out to the public, and what is reserved within it. */
  private static final Range GLOBAL_V6 = Range.of("2000::/3");

  private static final List<Range> SPECIAL_V6 =
      List.of(
          Range.of("2001::/23"),
          Range.of("2001:db8::/32"),
          Range.of("2002::/16"),
          Range.of("3fff::/20"));

  private HostAddress() {}

  /** Whether a host is the loopback interface by its name or its plain spelling. */
  static boolean isLoopbackName(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || (name.startsWith("127.") && PLAIN_V4.matcher(name).matches());
  }

  /** Whether a host can be read as an address but is not spelled like one. */
  static boolean isOdd(String host) {
    if (host.startsWith("[")) {
      return host.indexOf('%') >= 0;
    }
    boolean numeric = NUMERIC_END.matcher(host).matches() && !PLAIN_V4.matcher(host).matches();
    return numeric || !host.chars().allMatch(HostAddress::isHostCharacter);
  }

  /** The address a host spells out; null if it is a name. */
  static @Nullable InetAddress literal(String host) throws UnknownHostException {
    boolean spelled = host.startsWith("[") || PLAIN_V4.matcher(host).matches();
    // Never asks a name server: the text is an address.
    return spelled ? InetAddress.getByName(host) : null;
  }

  /** Whether an address is one of the public internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }
    return address instanceof Inet6Address
        && GLOBAL_V6.contains(bytes)
        && SPECIAL_V6.stream().noneMatch(range -> range.contains(bytes))
        && !embedsV4(bytes);
  }

  /** ISATAP, the one embedding that is no prefix. */
  private static boolean embedsV4(byte[] bytes) {
    byte[] marker = Arrays.copyOfRange(bytes, 8, 12);
    return (marker[0] & 0xfd) == 0
        && marker[1] == 0
        && marker[2] == 0x5e
        && marker[3] == (byte) 0xfe;
  }

  private static boolean isHostCharacter(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
