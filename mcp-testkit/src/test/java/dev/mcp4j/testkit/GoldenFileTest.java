/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a system property is set")
class GoldenFileTest {
  @TempDir Path folder;

  @AfterEach
  void forgetTheProperty() {
    System.clearProperty(GoldenFile.PROPERTY);
  }

  private static void regenerate() {
    System.setProperty(GoldenFile.PROPERTY, GoldenFile.REGENERATE);
  }

  private Path file(String content) throws IOException {
    Path path = folder.resolve("golden.txt");
    Files.writeString(path, content);
    return path;
  }

  @Test
  void equalTextPasses() throws IOException {
    Path path = file("# Shows two lines.\n# And a header of two.\n\na\nb\n");

    assertThatCode(() -> GoldenFile.at(path).check("a\nb\n")).doesNotThrowAnyException();
  }

  @Test
  void lineEndsDoNotMatter() throws IOException {
    Path path = file("# Header.\r\n\r\na\r\nb\r\n");

    assertThatCode(() -> GoldenFile.at(path).check("a\nb\n")).doesNotThrowAnyException();
  }

  @Test
  void differenceIsShownWithWhatIsAroundIt() throws IOException {
    Path path = file("# Header.\n\n1\n2\n3\n4\nold\n5\n6\n7\n8\n");

    assertThatThrownBy(() -> GoldenFile.at(path).check("1\n2\n3\n4\nnew\nmore\n5\n6\n7\n8\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("run with -Dmcp4j.testkit.golden=regenerate if the new text is right")
        .hasMessageEndingWith("@@ line 2\n  2\n  3\n  4\n- old\n+ new\n+ more\n  5\n  6\n  7\n");
  }

  @Test
  void fileWithoutHeaderNeverPasses() throws IOException {
    Path path = file("a\n");

    assertThatThrownBy(() -> GoldenFile.at(path).check("a\n"))
        .hasMessageContaining("says nowhere what it shows");
  }

  @Test
  void missingFileIsNotWrittenByItself() {
    Path path = folder.resolve("new.txt");

    assertThatThrownBy(() -> GoldenFile.at(path).check("a\n"))
        .hasMessageContaining("does not exist")
        .hasMessageEndingWith("The text would be:\na\n");
    assertThat(path).doesNotExist();
  }

  @Test
  void regeneratedTextKeepsTheHeader() throws IOException {
    Path path = file("# Header.\n\nold\n");
    regenerate();

    GoldenFile.at(path).check("new\n");

    assertThat(path).hasContent("# Header.\n\nnew\n");
  }

  @Test
  void newFileIsWrittenButPassesOnlyWithAHeader() throws IOException {
    Path path = folder.resolve("deep/new.txt");
    regenerate();

    assertThatThrownBy(() -> GoldenFile.at(path).check("a\n"))
        .hasMessageEndingWith("new.txt; say in its header what it shows");
    assertThatThrownBy(() -> GoldenFile.at(path).check("a\n"))
        .hasMessageContaining("says nowhere what it shows");

    Files.writeString(path, Files.readString(path).replaceFirst("#.*", "# Shows a."));
    GoldenFile.at(path).check("a\n");
  }
}
