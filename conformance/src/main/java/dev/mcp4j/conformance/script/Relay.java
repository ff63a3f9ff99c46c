/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The process that a client starts as its server. It has no mind of its own: it hands what it reads
 * to the suite, and writes what the suite says. Frames are a kind, a length and bytes.
 */
public final class Relay {
  /** What was read from the input; what is to be written to the output. */
  static final int DATA = 'D';

  /** The input has ended. */
  static final int END = 'E';

  /** What is to be written to the standard error. */
  static final int ERROR = 'R';

  /** The process is to exit; its one byte is the exit code. */
  static final int EXIT = 'X';

  private Relay() {}

  /**
   * Relays until the suite says that it is enough, or is gone.
   *
   * @param args the port of the suite
   * @throws IOException if the suite is not there
   */
  public static void main(String[] args) throws IOException {
    try (Socket suite = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]))) {
      suite.setTcpNoDelay(true);
      DataOutputStream out = new DataOutputStream(suite.getOutputStream());
      Thread reader = new Thread(() -> read(System.in, out), "relay");
      reader.setDaemon(true);
      reader.start();
      DataInputStream in = new DataInputStream(suite.getInputStream());
      try (OutputStream output = new FileOutputStream(FileDescriptor.out);
          OutputStream errors = new FileOutputStream(FileDescriptor.err)) {
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
          byte[] bytes = in.readNBytes(in.readInt());
          if (kind == EXIT) {
            Runtime.getRuntime().halt(bytes[0]);
          }
          (kind == ERROR ? errors : output).write(bytes);
        }
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void read(InputStream in, DataOutputStream out) {
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        frame(out, DATA, buffer, count);
      }
      frame(out, END, buffer, 0);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  static void frame(DataOutputStream out, int kind, byte[] bytes, int length) throws IOException {
    byte[] frame = new byte[5 + length];
    frame[0] = (byte) kind;
    frame[1] = (byte) (length >> 24);
    frame[2] = (byte) (length >> 16);
    frame[3] = (byte) (length >> 8);
    frame[4] = (byte) length;
    System.arraycopy(bytes, 0, frame, 5, length);
    out.write(frame);
    out.flush();
  }
}
