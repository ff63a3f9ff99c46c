/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An error of the validator, with its paths taken apart; the validator's own are linked lists,
 * whose length alone takes a walk.
 *
 * @param error the error
 * @param path the keywords, names and positions on the way through the schema
 * @param place the names and positions on the way through the value
 */
record Finding(Error error, List<Object> path, List<Object> place) {

  static Finding of(Error error) {
    return new Finding(
        error, elements(error.getEvaluationPath()), elements(error.getInstanceLocation()));
  }

  boolean is(String keyword) {
    return keyword.equals(error.getKeyword());
  }

  /** The place in the value, without its last steps, as a JSON Pointer. */
  String pointer(int without) {
    StringBuilder pointer = new StringBuilder();
    for (Object step : place.subList(0, place.size() - without)) {
      JsonPointers.append(pointer, step.toString());
    }
    return pointer.toString();
  }

  Violation violation() {
    return new Violation(pointer(0), error.getKeyword(), ViolationText.of(error));
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (NodePath at = path; at.getParent() != null; at = at.getParent()) {
      elements.add(at.getElement(-1));
    }
    Collections.reverse(elements);
    return elements;
  }
}
