/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a revision demands.
 *
 * @param id stable and speaking; equal in all revisions that demand the same
 * @param level how strong it is
 * @param roles who has to meet it
 * @param section the heading it stands below, empty if above the first one
 * @param sentence what is demanded, in our words
 * @param places where it is demanded, first where it is explained
 * @param unseen for which roles it cannot be checked from outside, and why
 */
public record Requirement(
    String id,
    Level level,
    Set<Role> roles,
    String section,
    String sentence,
    List<Place> places,
    Map<Role, Unseen> unseen) {
  /** Checks the components and copies them. */
  public Requirement {
    if (!id.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      throw new IllegalArgumentException("not an id: " + id);
    }
    if (roles.isEmpty() || places.isEmpty() || sentence.isBlank()) {
      throw new IllegalArgumentException(id + " needs a role, a place and a sentence");
    }
    if (!roles.containsAll(unseen.keySet())) {
      throw new IllegalArgumentException(id + " gives a reason for a role it is not addressed to");
    }
    roles = Set.copyOf(roles);
    places = List.copyOf(places);
    unseen = Map.copyOf(unseen);
  }

  /**
   * Returns the page that explains the requirement.
   *
   * @return for example {@code basic/index.mdx}
   */
  public String page() {
    return places.get(0).page();
  }

  /**
   * Tells why it cannot be checked from outside.
   *
   * @param role a role it is addressed to
   * @return the reason, empty if it can be checked
   */
  public Optional<Unseen> unseen(Role role) {
    return Optional.ofNullable(unseen.get(role));
  }

  /**
   * Tells whether a peer of a role can be checked from outside.
   *
   * @param role the role
   * @return false also if the requirement is not addressed to the role
   */
  public boolean checkable(Role role) {
    return roles.contains(role) && !unseen.containsKey(role);
  }
}
