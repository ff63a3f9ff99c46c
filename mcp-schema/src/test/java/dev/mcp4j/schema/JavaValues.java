/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;

/** Arbitrary values of the {@link Family}'s types, made by their constructors. */
final class JavaValues {

  private static final Arbitrary<LocalDateTime> LOCAL =
      Combinators.combine(
              Arbitraries.longs().between(-719_528, 2_932_896),
              Arbitraries.longs().between(0, 86_399_999_999_999L).edgeCases(e -> e.add(0L)))
          .as((day, nano) -> LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(nano)));
  private static final Arbitrary<ZoneOffset> OFFSET =
      Arbitraries.integers().between(-18 * 60, 18 * 60).map(m -> ZoneOffset.ofTotalSeconds(m * 60));
  private static final Map<Class<?>, Arbitrary<?>> LEAVES = new HashMap<>();

  static {
    LEAVES.put(boolean.class, Arbitraries.of(true, false));
    LEAVES.put(Boolean.class, Arbitraries.of(true, false));
    LEAVES.put(byte.class, Arbitraries.bytes());
    LEAVES.put(Byte.class, Arbitraries.bytes());
    LEAVES.put(short.class, Arbitraries.shorts());
    LEAVES.put(Short.class, Arbitraries.shorts());
    LEAVES.put(int.class, Arbitraries.integers());
    LEAVES.put(Integer.class, Arbitraries.integers());
    LEAVES.put(long.class, Arbitraries.longs());
    LEAVES.put(Long.class, Arbitraries.longs());
    LEAVES.put(float.class, floats());
    LEAVES.put(Float.class, floats());
    LEAVES.put(double.class, doubles());
    LEAVES.put(Double.class, doubles());
    LEAVES.put(char.class, Arbitraries.chars());
    LEAVES.put(Character.class, Arbitraries.chars());
    LEAVES.put(String.class, Arbitraries.strings().ofMaxLength(8));
    LEAVES.put(OptionalInt.class, Arbitraries.integers().map(OptionalInt::of));
    LEAVES.put(OptionalLong.class, Arbitraries.longs().map(OptionalLong::of));
    LEAVES.put(OptionalDouble.class, doubles().map(OptionalDouble::of));
    LEAVES.put(BigDecimal.class, Arbitraries.bigDecimals().ofScale(12));
    LEAVES.put(BigInteger.class, Arbitraries.bigIntegers());
    LEAVES.put(byte[].class, Arbitraries.bytes().array(byte[].class).ofMaxSize(9));
    LEAVES.put(
        UUID.class, Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new));
    LEAVES.put(
        URI.class,
        Arbitraries.of("", "a/b?c=d#e", "https://x.example/ü", "urn:a:b", "//h", "mailto:a@b")
            .map(URI::create));
    LEAVES.put(Instant.class, LOCAL.map(t -> t.toInstant(ZoneOffset.UTC)));
    LEAVES.put(LocalDateTime.class, LOCAL);
    LEAVES.put(LocalDate.class, LOCAL.map(LocalDateTime::toLocalDate));
    LEAVES.put(LocalTime.class, LOCAL.map(LocalDateTime::toLocalTime));
    LEAVES.put(OffsetDateTime.class, Combinators.combine(LOCAL, OFFSET).as(OffsetDateTime::of));
    LEAVES.put(
        OffsetTime.class,
        Combinators.combine(LOCAL, OFFSET).as((t, o) -> t.toLocalTime().atOffset(o)));
    LEAVES.put(
        ZonedDateTime.class,
        Combinators.combine(
                LOCAL.map(t -> t.withYear(2026)),
                Arbitraries.of("Europe/Paris", "America/New_York", "UTC"))
            .as((t, zone) -> t.atZone(ZoneId.of(zone))));
    LEAVES.put(
        Duration.class,
        Combinators.combine(
                Arbitraries.longs().between(-3_600_000_000_000_000L, 3_600_000_000_000_000L),
                Arbitraries.longs().between(0, 999_999_999))
            .as(Duration::ofSeconds));
    LEAVES.put(
        Period.class, Combinators.combine(smallInts(), smallInts(), smallInts()).as(Period::of));
    LEAVES.put(Year.class, Arbitraries.integers().between(-9_999, 99_999).map(Year::of));
    LEAVES.put(YearMonth.class, LOCAL.map(YearMonth::from));
    LEAVES.put(MonthDay.class, LOCAL.map(MonthDay::from));
    LEAVES.put(
        ZoneId.class,
        Arbitraries.of("Europe/Paris", "Z", "UTC", "+02:00", "GMT+3").map(ZoneId::of));
    LEAVES.put(Object.class, json());
    LEAVES.put(JsonNode.class, json());
    LEAVES.put(Family.Leaf.class, leaf());
    LEAVES.put(Family.Email.class, Arbitraries.of("a@b", "@").map(Family.Email::new));
    LEAVES.put(Family.Bike.class, Arbitraries.of(new Family.Bike("two", true)));
    LEAVES.put(Family.Car.class, Arbitraries.of(new Family.Car("four", 3)));
    LEAVES.put(Family.Bounded.class, bounded());
    LEAVES.put(Family.Bean.class, bean());
  }

  private JavaValues() {}

  static Arbitrary<?> of(Type type) {
    return of(type, Map.of(), 3);
  }

  private static Arbitrary<?> of(Type type, Map<TypeVariable<?>, Type> bindings, int depth) {
    if (type instanceof TypeVariable<?> variable) {
      return of(bindings.get(variable), Map.of(), depth);
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic, bindings, depth);
    }
    Class<?> raw = (Class<?>) type;
    Arbitrary<?> leaf = LEAVES.get(raw);
    if (leaf != null) {
      return leaf;
    }
    if (raw.isEnum()) {
      return Arbitraries.of(raw.getEnumConstants());
    }
    if (raw.isArray()) {
      return list(of(raw.getComponentType(), bindings, depth))
          .map(list -> array(raw.getComponentType(), list));
    }
    if (raw == Family.Animal.class) {
      return oneOf(List.of(Family.Cat.class, Family.Dog.class), depth);
    }
    if (raw.isSealed()) {
      return oneOf(List.of(raw.getPermittedSubclasses()), depth);
    }
    return record(raw, Map.of(), depth);
  }

  private static Arbitrary<?> ofGeneric(
      Class<?> raw, ParameterizedType type, Map<TypeVariable<?>, Type> bindings, int depth) {
    Type[] arguments = type.getActualTypeArguments();
    if (raw.isRecord()) {
      return record(raw, Map.of(raw.getTypeParameters()[0], arguments[0]), depth);
    }
    if (depth == 0) {
      return Arbitraries.just(empty(raw));
    }
    Arbitrary<?> last = of(arguments[arguments.length - 1], bindings, depth - 1);
    if (raw == Optional.class) {
      return last.optional().map(v -> v);
    }
    if (raw == Map.class) {
      return Arbitraries.maps(of(arguments[0], bindings, depth - 1), last).ofMaxSize(2);
    }
    return raw == Set.class ? last.set().ofMaxSize(3) : list(last);
  }

  private static Object empty(Class<?> raw) {
    return raw == Optional.class
        ? Optional.empty()
        : raw == Map.class ? Map.of() : raw == Set.class ? Set.of() : List.of();
  }

  private static Arbitrary<?> record(Class<?> raw, Map<TypeVariable<?>, Type> bindings, int depth) {
    List<Arbitrary<Object>> components = new ArrayList<>();
    for (RecordComponent component : raw.getRecordComponents()) {
      Arbitrary<?> value = of(component.getGenericType(), bindings, depth - 1);
      boolean nullable = new TypeUse(null, component.getAnnotatedType()).isMarkedNullable();
      components.add((nullable ? value.injectNull(0.3) : value).map(v -> (Object) v));
    }
    Constructor<?> constructor = raw.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return components.isEmpty()
        ? Arbitraries.create(() -> construct(constructor, List.of()))
        : Combinators.combine(components).as(values -> construct(constructor, values));
  }

  private static Object construct(Constructor<?> constructor, List<Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Arbitrary<?> oneOf(List<Class<?>> types, int depth) {
    List<Arbitrary<Object>> choices = new ArrayList<>();
    for (Class<?> type : depth <= 0 ? types.subList(0, 1) : types) {
      choices.add(of(type, Map.of(), depth - 1).map(v -> (Object) v));
    }
    return Arbitraries.oneOf(choices);
  }

  private static Arbitrary<? extends List<?>> list(Arbitrary<?> elements) {
    return elements.list().ofMaxSize(2);
  }

  private static Object array(Class<?> component, List<?> values) {
    Object array = Array.newInstance(component, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private static Arbitrary<Family.Leaf> leaf() {
    return Combinators.combine(Arbitraries.strings().ofMaxLength(3), Arbitraries.integers())
        .as(Family.Leaf::new);
  }

  private static Arbitrary<Family.Bean> bean() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(3).injectNull(0.5),
            Arbitraries.integers(),
            leaf().list().ofMaxSize(2))
        .as(
            (name, size, leaves) -> {
              Family.Bean bean = new Family.Bean();
              bean.setName(name);
              bean.setSize(size);
              bean.setLeaves(leaves);
              return bean;
            });
  }

  private static Arbitrary<Family.Bounded> bounded() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 50),
            Arbitraries.doubles().between(-0.5, 1e300),
            Arbitraries.integers().lessOrEqual(10),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(5).excludeChars(surrogates()),
            Arbitraries.strings().ofMaxLength(3).list().ofMaxSize(2),
            Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), Arbitraries.integers())
                .ofMinSize(1)
                .ofMaxSize(2),
            Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(4))
        .as(
            (count, share, most, text, list, map, letters) ->
                new Family.Bounded(
                    count, share, OptionalInt.of(most), text, list, map, letters, "a@example.org"));
  }

  private static char[] surrogates() {
    char[] surrogates = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
    for (int i = 0; i < surrogates.length; i++) {
      surrogates[i] = (char) (Character.MIN_SURROGATE + i);
    }
    return surrogates;
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.doubles().ofScale(10).edgeCases(e -> e.add(Double.MAX_VALUE, -0.0, 1e-300));
  }

  private static Arbitrary<Float> floats() {
    return Arbitraries.floats().edgeCases(e -> e.add(Float.MAX_VALUE, -Float.MAX_VALUE, 1e-30f));
  }

  private static Arbitrary<Integer> smallInts() {
    return Arbitraries.integers().between(-999_999_999, 999_999_999);
  }

  static Arbitrary<JsonNode> json() {
    return Arbitraries.of("null", "1", "1.50", "'x'", "[]", "{}", "[1,'a',null]", "{'a':{'b':[1]}}")
        .map(Json::of);
  }
}
