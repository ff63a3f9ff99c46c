/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mcp4j.api.Reply;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.jose.SigningKey;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.InMemory;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between modules and packages that DESIGN.md draws. */
class ArchitectureTest {
  /** What may name a legacy package, so that old revisions can be had at all. */
  private static final Set<String> LEGACY_WIRING =
      Set.of(
          "dev.mcp4j.server.McpServerBuilder",
          "dev.mcp4j.server.ServerAssembly",
          "dev.mcp4j.client.McpClientBuilder");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mcp4j");

  private static final DescribedPredicate<JavaClass> LEGACY = resideInAPackage("..legacy..");

  @Test
  void everyModuleIsLookedAt() {
    assertThat(
            List.of(
                Reply.class,
                JsonRpcCodec.class,
                UserTypes.class,
                McpServer.class,
                McpClient.class,
                SigningKey.class,
                InMemory.class))
        .allMatch(type -> ALL.contain(type));
  }

  /** Design, section 2: each row names a module, and the modules of ours it may see. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "api,",
    "jsonrpc, api",
    "schema, api",
    "server, api jsonrpc schema",
    "client, api jsonrpc schema",
    "jose, api jsonrpc server client",
    "testkit, api jsonrpc schema server client"
  })
  void moduleSeesOnly(String module, String others) {
    String[] seen =
        Stream.concat(
                Stream.of(module), others == null ? Stream.empty() : Stream.of(others.split(" ")))
            .map(name -> "dev.mcp4j." + name + "..")
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage("dev.mcp4j." + module + "..")
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage("dev.mcp4j..").or(resideInAnyPackage(seen)))
        .check(ALL);
  }

  /** Design, section 2: each row names a module, and the libraries it may see. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "api, tools.jackson com.fasterxml.jackson",
    "jsonrpc, tools.jackson com.fasterxml.jackson",
    "schema, tools.jackson com.fasterxml.jackson com.networknt",
    "server, tools.jackson com.fasterxml.jackson org.slf4j com.sun.net.httpserver",
    "client, tools.jackson com.fasterxml.jackson org.slf4j com.sun.net.httpserver",
    "jose, tools.jackson com.nimbusds",
    "testkit, tools.jackson com.fasterxml.jackson org.slf4j org.assertj org.junit org.opentest4j"
        + " net.jqwik com.sun.net.httpserver"
  })
  void moduleSeesOnlyTheLibraries(String module, String libraries) {
    String[] seen =
        Stream.concat(Stream.of("java", "javax", "org.jspecify"), Stream.of(libraries.split(" ")))
            .map(name -> name + "..")
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage("dev.mcp4j." + module + "..")
        .should()
        .onlyDependOnClassesThat(resideInAPackage("dev.mcp4j..").or(resideInAnyPackage(seen)))
        .check(ALL);
  }

  @Test
  void coreAndFeaturesSeeNeitherTransportsNorLegacy() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.mcp4j.server.core..",
            "dev.mcp4j.server.feature..",
            "dev.mcp4j.server.input..",
            "dev.mcp4j.client.core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.mcp4j.server.transport..",
                    "dev.mcp4j.client.transport.http..",
                    "dev.mcp4j.client.transport.stdio..")
                .or(LEGACY))
        .check(ALL);
  }

  /** The delete test: whoever deletes the legacy packages has only the wiring to change. */
  @Test
  void onlyTheWiringNamesLegacy() {
    assertThat(namesOfClassesThatName(LEGACY))
        .as("classes outside of legacy packages that name one")
        .isSubsetOf(LEGACY_WIRING);
  }

  /** What signs and verifies is ours to choose, and to change: no type of it is in our API. */
  @Test
  void joseLibraryIsNoPartOfTheApi() {
    assertThat(apiThatMentions(resideInAPackage("com.nimbusds..")).map(JavaMethod::getFullName))
        .as("public methods that mention the JOSE library")
        .isEmpty();
  }

  /** The two halves of mcp-jose: an application may have one side only. */
  @Test
  void eachHalfOfJoseSeesOneSideOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j.jose.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mcp4j.client..", "dev.mcp4j.jose.client..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAnyPackage("dev.mcp4j.jose.client..", "dev.mcp4j.jose")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mcp4j.server..", "dev.mcp4j.jose.server..")
        .check(ALL);
  }

  /** Whoever deletes the legacy packages deletes the builder methods of that name with them. */
  @Test
  void legacyIsNoPartOfTheSignatures() {
    assertThat(
            apiThatMentions(LEGACY)
                .filter(method -> !method.getName().equals("legacy"))
                .map(JavaMethod::getFullName))
        .as("public methods that mention a legacy package")
        .isEmpty();
  }

  /** One blocking style: what is asynchronous is a handle of ours, never a future. */
  @Test
  void futuresAreNoPartOfTheApi() {
    assertThat(apiThatMentions(assignableTo(CompletionStage.class).or(assignableTo(Future.class))))
        .as("public methods that mention a future")
        .isEmpty();
  }

  @Test
  void nothingUsesTheCommonPool() {
    noClasses()
        .should()
        .callMethod(ForkJoinPool.class, "commonPool")
        .orShould()
        .callMethod(Collection.class, "parallelStream")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InheritableThreadLocal.class)
        .check(ALL);
  }

  @Test
  void apiIsWhatModulesExport() {
    assertThat(apiThatMentions(alwaysTrue()).map(method -> method.getOwner().getPackageName()))
        .contains("dev.mcp4j.server", "dev.mcp4j.client", "dev.mcp4j.testkit")
        .doesNotContain("dev.mcp4j.server.core", "dev.mcp4j.client.core");
  }

  private static Stream<JavaMethod> apiThatMentions(DescribedPredicate<JavaClass> types) {
    return ALL.stream()
        .filter(LEGACY.negate())
        .flatMap(type -> type.getMethods().stream())
        .filter(ArchitectureTest::isApi)
        .filter(method -> mentions(method, types));
  }

  private static Set<String> namesOfClassesThatName(DescribedPredicate<JavaClass> target) {
    return ALL.stream()
        .filter(target.negate())
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> target.test(dependency.getTargetClass()))
        .map(Dependency::getOriginClass)
        .map(ArchitectureTest::topLevelName)
        .collect(toSet());
  }

  private static String topLevelName(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::topLevelName).orElse(type.getName());
  }

  /** A public or protected method of a public class in a package that its module exports. */
  private static boolean isApi(JavaMethod method) {
    JavaClass owner = method.getOwner();
    boolean visible =
        method.getModifiers().contains(JavaModifier.PUBLIC)
            || method.getModifiers().contains(JavaModifier.PROTECTED);
    return visible
        && owner.getModifiers().contains(JavaModifier.PUBLIC)
        && Exports.of(owner.reflect()).contains(owner.getPackageName());
  }

  private static boolean mentions(JavaMethod method, DescribedPredicate<JavaClass> types) {
    return types.test(method.getRawReturnType())
        || method.getRawParameterTypes().stream().anyMatch(types);
  }
}
