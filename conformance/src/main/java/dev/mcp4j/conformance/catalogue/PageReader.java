/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requirements of one page. {@code catalogue/README.md} describes the form of the text.
 */
final class PageReader {
  /** A key word that says again what a requirement says. */
  record Repeat(Place place, String id) {}

  private final String file;
  private final Optional<Catalogue> base;
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Catalogue.Skipped> skipped = new ArrayList<>();
  private final List<Repeat> repeats = new ArrayList<>();
  private String path = "";
  private String title = "";
  private String section = "";
  private @Nullable Draft draft;

  PageReader(String file, Optional<Catalogue> base) {
    this.file = file;
    this.base = base;
  }

  String path() {
    return path;
  }

  String title() {
    return title;
  }

  List<Requirement> requirements() {
    return requirements;
  }

  List<Catalogue.Skipped> skipped() {
    return skipped;
  }

  List<Repeat> repeats() {
    return repeats;
  }

  void read(List<String> lines) {
    for (String line : lines) {
      try {
        read(line);
      } catch (RuntimeException e) {
        throw new IllegalStateException(file + ": " + line, e);
      }
    }
    finish();
  }

  private void read(String line) {
    if (line.startsWith("  ")) {
      if (draft == null) {
        throw new IllegalStateException("no requirement to belong to");
      }
      draft.add(line.strip());
      return;
    }
    finish();
    if (line.startsWith("## ")) {
      section = line.substring(3).strip();
      return;
    }
    if (line.startsWith("page ")) {
      String[] fields = line.substring(5).split(" \\| ", -1);
      path = fields[0];
      title = fields[1];
      return;
    }
    String[] fields = line.split(" \\| ", -1);
    switch (fields[0]) {
      case "skip" -> skip(fields);
      case "repeats" ->
          repeats.add(new Repeat(new Place(path, fields[2], Level.of(fields[1]), 1), fields[3]));
      default -> draft = fields[1].equals("same") ? inherit(fields) : new Draft(fields);
    }
  }

  private void skip(String[] fields) {
    for (String keyWord : fields[1].split(", ", -1)) {
      Place place = new Place(path, fields[2], Level.of(keyWord), 1);
      skipped.add(new Catalogue.Skipped(keyWord, place, fields[3]));
    }
  }

  private Draft inherit(String[] fields) {
    Requirement known =
        base.flatMap(catalogue -> catalogue.find(fields[0]))
            .orElseThrow(() -> new IllegalStateException("not in the newer revision"));
    Draft inherited =
        new Draft(fields[0], known.level(), known.roles(), places(fields[2], known.level()));
    inherited.sentence.append(known.sentence());
    inherited.unseen.putAll(known.unseen());
    return inherited;
  }

  private void finish() {
    if (draft != null) {
      requirements.add(draft.finished());
      draft = null;
    }
  }

  private List<Place> places(String text, Level level) {
    return Stream.of(text.split(", ", -1)).map(where -> place(path, where, level)).toList();
  }

  private static Place place(String page, String where, Level level) {
    if (where.startsWith("=")) {
      return new Place(page, where.substring(1), level, 0);
    }
    String[] parts = where.split("x(?=[0-9]+$)", 2);
    return new Place(page, parts[0], level, parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
  }

  private static Set<Role> roles(String text) {
    return text.equals("both")
        ? Set.of(Role.SERVER, Role.CLIENT)
        : Set.of(Role.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  /** A requirement whose lines are still to come. */
  private final class Draft {
    private final String id;
    private final Level level;
    private final Set<Role> roles;
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder sentence = new StringBuilder();
    private final Map<Role, Unseen> unseen = new EnumMap<>(Role.class);

    Draft(String[] fields) {
      this(
          fields[0],
          Level.of(fields[1]),
          roles(fields[2]),
          PageReader.this.places(fields[3], Level.of(fields[1])));
    }

    Draft(String id, Level level, Set<Role> roles, List<Place> places) {
      this.id = id;
      this.level = level;
      this.roles = roles;
      this.places.addAll(places);
    }

    void add(String line) {
      if (line.startsWith("also: ")) {
        String[] words = line.substring(6).split(" ", -1);
        places.add(place(words[0], words[1], level));
      } else if (line.startsWith("unseen: ")) {
        Unseen reason = reason(line.substring(8));
        roles.forEach(role -> unseen.put(role, reason));
      } else if (line.startsWith("unseen(")) {
        int end = line.indexOf("): ");
        Unseen reason = reason(line.substring(end + 3));
        roles(line.substring(7, end)).forEach(role -> unseen.put(role, reason));
      } else {
        sentence.append(sentence.isEmpty() ? "" : " ").append(line);
      }
    }

    private Unseen reason(String text) {
      String[] parts = text.split(": ", 2);
      return new Unseen(
          Unseen.Reason.valueOf(parts[0].toUpperCase(Locale.ROOT)),
          parts.length == 1 ? "" : parts[1]);
    }

    Requirement finished() {
      return new Requirement(id, level, roles, section, sentence.toString(), places, unseen);
    }
  }
}
