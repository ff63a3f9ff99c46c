/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

/**
 * JSON that does not have the shape of the type it is read as. The message is fit for a peer: it
 * names nothing of the program.
 */
public final class JsonShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A JSON pointer; empty for the whole value. */
  private final String path;

  /** What should be there. */
  private final String expected;

  /** What is there. */
  private final String actual;

  /**
   * Makes the exception.
   *
   * @param path where, as a JSON pointer; empty for the whole value
   * @param expected what should be there, for example {@code a string}
   * @param actual what is there, for example {@code null} or {@code nothing}
   */
  public JsonShapeException(String path, String expected, String actual) {
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  /**
   * Returns all of it in one sentence.
   *
   * @return path, expected and actual, in words fit for a peer; of a long path without its middle,
   *     and with question marks for characters that could do harm in a log
   */
  @Override
  public String getMessage() {
    String where = path.isEmpty() ? "" : Shown.path(path) + ": ";
    return where + "expected " + expected + " but found " + actual;
  }

  /**
   * Returns where the value is.
   *
   * @return a JSON pointer; empty for the whole value
   */
  public String path() {
    return path;
  }

  /**
   * Returns what should be there.
   *
   * @return a noun phrase, for example {@code a string}
   */
  public String expected() {
    return expected;
  }

  /**
   * Returns what is there.
   *
   * @return a noun phrase, for example {@code an array} or {@code nothing}
   */
  public String actual() {
    return actual;
  }

  /**
   * Makes the same exception for a value that is a part of another.
   *
   * @param parent the pointer to the part
   * @return the exception with the longer path; the stack trace is that of the caller
   */
  public JsonShapeException under(String parent) {
    return new JsonShapeException(parent + path, expected, actual);
  }
}
