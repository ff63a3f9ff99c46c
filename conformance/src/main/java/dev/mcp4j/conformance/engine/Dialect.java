/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;

/** How sound requests of a revision are made and sent, so that properties may serve several. */
public interface Dialect {
  /** Requests that carry all they need. */
  Dialect STATELESS =
      new Dialect() {
        @Override
        public Ask ask(Trial trial, String method) {
          return Ask.modern(trial.revision().text(), method, trial.freshId());
        }

        @Override
        public Reply send(Trial trial, Ask ask) {
          return trial.server().send(ask);
        }

        @Override
        public String plainMethod() {
          return "server/discover";
        }
      };

  /**
   * Begins a sound request.
   *
   * @param trial the try it belongs to
   * @param method the method
   * @return the request
   */
  Ask ask(Trial trial, String method);

  /**
   * Sends something, answers what the server asks meanwhile, and waits for the reply.
   *
   * @param trial the try it belongs to
   * @param ask what to send
   * @return the reply
   */
  Reply send(Trial trial, Ask ask);

  /**
   * Returns a method that every server has and that needs no parameters.
   *
   * @return the method
   */
  String plainMethod();
}
