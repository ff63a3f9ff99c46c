/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {
  private static final Map<String, String> VALUES =
      Map.of(
          "var", "value",
          "hello", "Hello World!",
          "path", "/foo/bar",
          "x", "1024",
          "y", "768",
          "empty", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // RFC 6570, section 1.2, levels 1 to 3
        "{var}|value",
        "{hello}|Hello%20World%21",
        "{+var}|value",
        "{+hello}|Hello%20World!",
        "{+path}/here|/foo/bar/here",
        "here?ref={+path}|here?ref=/foo/bar",
        "X{#var}|X#value",
        "X{#hello}|X#Hello%20World!",
        "map?{x,y}|map?1024,768",
        "{x,hello,y}|1024,Hello%20World%21,768",
        "{+x,hello,y}|1024,Hello%20World!,768",
        "{+path,x}/here|/foo/bar,1024/here",
        "{#x,hello,y}|#1024,Hello%20World!,768",
        "{#path,x}/here|#/foo/bar,1024/here",
        "X{.var}|X.value",
        "X{.x,y}|X.1024.768",
        "{/var}|/value",
        "{/var,x}/here|/value/1024/here",
        "{;x,y}|;x=1024;y=768",
        "{;x,y,empty}|;x=1024;y=768;empty",
        "{?x,y}|?x=1024&y=768",
        "{?x,y,empty}|?x=1024&y=768&empty=",
        "?fixed=yes{&x}|?fixed=yes&x=1024",
        "{&x,y,empty}|&x=1024&y=768&empty=",
      })
  void expandsTheExamplesOfTheRfcAndFindsTheirValuesAgain(String template, String uri) {
    UriTemplate parsed = UriTemplate.parse(template);

    assertThat(parsed.expand(VALUES)).isEqualTo(uri);
    Map<String, String> found = parsed.match(uri);
    assertThat(found).isNotNull();
    assertThat(parsed.expand(found)).isEqualTo(uri);
  }

  @Test
  void variableWithoutValueIsLeftOut() {
    assertThat(UriTemplate.parse("x{?a,b,c}").expand(Map.of("b", "1"))).isEqualTo("x?b=1");
    assertThat(UriTemplate.parse("x{?a,b,c}").match("x?b=1")).containsExactly(Map.entry("b", "1"));
    assertThat(UriTemplate.parse("x{?a,b,c}").match("x")).isEmpty();
  }

  @Test
  void valuesAreDecoded() {
    assertThat(UriTemplate.parse("file:///{name}").match("file:///a%20b%2Fc%C3%A9"))
        .containsExactly(Map.entry("name", "a b/c\u00e9"));
  }

  @Test
  void simpleVariableStopsAtReservedCharacters() {
    assertThat(UriTemplate.parse("file:///{name}").match("file:///a/b")).isNull();
    assertThat(UriTemplate.parse("file:///{+name}").match("file:///a/b"))
        .containsExactly(Map.entry("name", "a/b"));
  }

  @Test
  void variableWithoutNameInTheUriIsNeverEmpty() {
    assertThat(UriTemplate.parse("file:///{name}").match("file:///")).isNull();
    assertThat(UriTemplate.parse("a{/b}").match("a/")).isNull();
    assertThat(UriTemplate.parse("a{?b}").match("a?b=")).containsExactly(Map.entry("b", ""));
  }

  @Test
  void earlierVariableTakesAsMuchAsItCan() {
    assertThat(UriTemplate.parse("x:{name}.{type}").match("x:a.tar.gz"))
        .containsExactly(Map.entry("name", "a.tar"), Map.entry("type", "gz"));
  }

  @Test
  void valueThatIsNoUtf8DoesNotMatch() {
    assertThat(UriTemplate.parse("x:{a}").match("x:%FF")).isNull();
    assertThat(UriTemplate.parse("x:{a}").match("x:%C3%28")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x:a b", "x:a\u0000", "x:%", "x:%4", "x:%4g", "x:\u00e9", "x:a{b", "y:a"})
  void textThatIsNoUriOfTheTemplateDoesNotMatch(String uri) {
    assertThat(UriTemplate.parse("x:{a}").match(uri)).isNull();
  }

  @Test
  void literalsAreComparedInTheirEncodedForm() {
    assertThat(UriTemplate.parse("x:\u00e9/{a}").match("x:%C3%A9/1")).isEqualTo(Map.of("a", "1"));
    assertThat(UriTemplate.parse("x:%2F/{a}").match("x:%2F/1")).isEqualTo(Map.of("a", "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x{a|the expression is not closed",
        "x{}|the expression is empty",
        "x{?}|a variable has no name",
        "x{a,}|a variable has no name",
        "x{a,a}|the variable a occurs twice",
        "x{a}{a}|the variable a occurs twice",
        "x{a*}|level 4",
        "x{a:3}|level 4",
        "x{!a}|not allowed in the name",
        "x{a.}|not allowed in the name",
        "x}y|not allowed outside an expression",
        "x y|not allowed outside an expression",
        "x%2|two hexadecimal digits",
      })
  void malformedTemplateIsRefusedWithTheReason(String template, String reason) {
    assertThatThrownBy(() -> UriTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(template)
        .hasMessageContaining(reason);
  }

  @Test
  void hostileUriTakesNoTimeToRefuse() {
    UriTemplate template = UriTemplate.parse("{+a}x{+b}x{+c}x{+d}x{+e}!");
    assertThat(template.match("x".repeat(UriTemplate.MAX_URI_LENGTH))).isNull();
    assertThat(UriTemplate.parse("{+a}").match("x".repeat(UriTemplate.MAX_URI_LENGTH + 1)))
        .isNull();
  }

  @Property(tries = 2000)
  void matchFindsWhatExpandPutIn(
      @ForAll @Size(min = 1, max = 5) List<@From("expressions") Expression> expressions) {
    StringBuilder text = new StringBuilder("test://");
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < expressions.size(); i++) {
      text.append('!').append(expressions.get(i).text("v" + i, values));
    }
    UriTemplate template = UriTemplate.parse(text + "!end");

    assertThat(template.match(template.expand(values))).isEqualTo(values);
  }

  @Property(tries = 2000)
  void matchNeverFindsWhatDoesNotExpandBack(
      @ForAll @Size(min = 1, max = 3) List<@From("expressions") Expression> expressions,
      @ForAll("uris") String uri) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      text.append(expressions.get(i).text("v" + i, new LinkedHashMap<>()));
    }
    UriTemplate template = UriTemplate.parse(text.toString());

    Map<String, String> found = template.match(uri);
    if (found != null) {
      // Case of hexadecimal digits and needless encoding aside.
      assertThat(template.match(template.expand(found))).isEqualTo(found);
    }
  }

  @Provide
  Arbitrary<String> uris() {
    return Arbitraries.strings().withChars("ab1.,/?&;=#:%2F").ofMaxLength(12);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    // '!' is reserved, so it ends every value but those of '+' and '#', which leave it out here.
    Arbitrary<String> simple =
        Arbitraries.strings()
            .withChars("ab1-._~ /?&=,;\u00e9\u4e2d%")
            .ofMinLength(1)
            .ofMaxLength(6);
    Arbitrary<String> reserved =
        Arbitraries.strings().withChars("ab1-._~ /?&=;\u00e9").ofMinLength(1).ofMaxLength(6);
    return Arbitraries.of("", "+", "#", ".", "/", ";", "?", "&")
        .flatMap(
            operator -> {
              boolean named = ";?&".contains(operator) && !operator.isEmpty();
              boolean dots = operator.equals(".");
              Arbitrary<String> value =
                  operator.equals("+") || operator.equals("#")
                      ? reserved
                      : simple.map(text -> dots ? text.replace('.', '-') : text);
              Arbitrary<String> optional = named ? value.map(v -> v).injectNull(0.3) : value;
              return optional
                  .list()
                  .ofMinSize(1)
                  .ofMaxSize(3)
                  .map(v -> new Expression(operator, v));
            });
  }

  /** An expression of a template and the values its variables get. */
  record Expression(String operator, List<String> values) {
    String text(String prefix, Map<String, String> all) {
      StringBuilder text = new StringBuilder("{").append(operator);
      for (int i = 0; i < values.size(); i++) {
        String name = prefix + "_" + i;
        text.append(i == 0 ? "" : ",").append(name);
        if (values.get(i) != null) {
          all.put(name, values.get(i));
        }
      }
      return text.append('}').toString();
    }
  }
}
