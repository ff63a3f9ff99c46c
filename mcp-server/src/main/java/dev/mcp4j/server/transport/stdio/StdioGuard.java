/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Takes the standard streams of the process away from everybody else while a server speaks over
 * them: what is printed to {@code System.out} goes to {@code System.err}, and {@code System.in} is
 * empty.
 */
public final class StdioGuard implements AutoCloseable {
  private final InputStream in;
  private final PrintStream out;

  /** Takes the streams. */
  public StdioGuard() {
    in = System.in;
    out = System.out;
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
  }

  /**
   * Returns the input of the process.
   *
   * @return the stream that {@code System.in} was
   */
  public InputStream input() {
    return in;
  }

  /**
   * Returns the output of the process.
   *
   * @return the standard output itself, unbuffered, whatever {@code System.out} was
   */
  public OutputStream output() {
    return new FileOutputStream(FileDescriptor.out);
  }

  /** Gives the streams back. */
  @Override
  public void close() {
    System.setIn(in);
    System.setOut(out);
  }
}
