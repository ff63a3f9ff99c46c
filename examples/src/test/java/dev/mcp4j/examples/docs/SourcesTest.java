/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path root;

  @Test
  void regionIsFlushLeftAndWithoutMarks() throws IOException {
    write(
        """
        class A {
          // @start region="outer"
          void a() {
            // @start region="inner"

            b();

            c();

            // @end region="inner"
          }
          // @end region="outer"
        }
        """);
    assertThat(lines("inner")).containsExactly("b();", "", "c();");
    assertThat(lines("outer")).containsExactly("void a() {", "", "  b();", "", "  c();", "", "}");
  }

  @Test
  void piecesOfARegionFollowEachOther() throws IOException {
    write(
        """
          // @start region="r"
          one
          // @end region="r"
          other
            // @start region="r"
            two
            // @end region="r"
        """);
    assertThat(lines("r")).containsExactly("one", "", "two");
  }

  @Test
  void fileIsShownBelowItsPackage() throws IOException {
    write("/* licence */\npackage p;\n\nimport q;\n// @start region=\"r\"\nclass A {}\n");
    assertThat(lines("")).containsExactly("import q;", "class A {}");
  }

  @Test
  void faultyRegionsAreRefused() throws IOException {
    write("// @start region=\"open\"\n// @end region=\"closed\"\n");
    assertThatThrownBy(() -> lines("missing")).hasMessageEndingWith(" does not exist");
    assertThatThrownBy(() -> lines("open")).hasMessageEndingWith(" has no end");
    assertThatThrownBy(() -> lines("closed")).hasMessageEndingWith(" out of turn");
  }

  @Test
  void classThatIsNotThereOnceIsRefused() {
    assertThatThrownBy(() -> lines("r")).hasMessage("expected one source of class A, found []");
  }

  @Test
  void programsHaveAMain() throws IOException {
    write("public static void main(String[] args) {}");
    Files.createDirectories(root.resolve("p/q"));
    Files.writeString(root.resolve("p/q/B.java"), "public static void main(String[] args) {}");
    Files.writeString(root.resolve("p/q/C.java"), "class C {}");
    assertThat(new Sources(List.of(root)).programs("p.q")).containsExactly("B");
  }

  private void write(String source) throws IOException {
    Files.writeString(root.resolve("A.java"), source);
  }

  private List<String> lines(String region) {
    return new Sources(List.of(root)).lines("A", region);
  }
}
