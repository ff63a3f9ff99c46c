/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

/**
 * Why a requirement cannot be checked from outside.
 *
 * @param reason the kind of reason
 * @param detail what is particular about this requirement, empty if nothing is
 */
public record Unseen(Reason reason, String detail) {
  /** The kinds of reasons. */
  public enum Reason {
    /** Nothing on the wire shows it. */
    INSIDE("it happens inside the peer, and nothing on the wire shows it"),
    /** It is about people. */
    PEOPLE("it is about what a person sees or decides"),
    /** It is about meaning. */
    MEANING("whether it holds depends on what the data means"),
    /** It is about documentation. */
    PAPER("it asks for documentation"),
    /** It is about somebody else. */
    OTHERS("it is addressed to somebody else than a peer under test"),
    /** It will be checked. */
    LATER("it joins with authorization");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /**
     * Returns the reason in words.
     *
     * @return half a sentence
     */
    public String text() {
      return text;
    }
  }

  /**
   * Returns the reason in words.
   *
   * @return half a sentence
   */
  public String text() {
    return detail.isEmpty() ? reason.text() : detail;
  }
}
