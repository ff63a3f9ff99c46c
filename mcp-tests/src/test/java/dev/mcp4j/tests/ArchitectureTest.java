/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages that DESIGN.md draws. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mcp4j");

  @Test
  void apiSeesOnlyItselfAndJackson() {
    classes()
        .that()
        .resideInAPackage("dev.mcp4j.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "tools.jackson..",
            "com.fasterxml.jackson..",
            "org.jspecify..",
            "dev.mcp4j.api..")
        .check(ALL);
  }

  @Test
  void jsonrpcSeesOnlyApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j.jsonrpc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mcp4j.schema..", "dev.mcp4j.server..", "dev.mcp4j.client..")
        .check(ALL);
  }

  @Test
  void schemaSeesNeitherMessagesNorPeers() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mcp4j.jsonrpc..", "dev.mcp4j.server..", "dev.mcp4j.client..")
        .check(ALL);
  }

  @Test
  void serverDoesNotSeeClient() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.mcp4j.client..")
        .check(ALL);
  }

  @Test
  void clientDoesNotSeeServer() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j.client..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.mcp4j.server..")
        .check(ALL);
  }

  @Test
  void coreAndFeaturesSeeNeitherTransportsNorLegacy() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.mcp4j.*.core..", "dev.mcp4j.*.feature..", "dev.mcp4j.*.input..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mcp4j.server.transport..", "..legacy..")
        .check(ALL);
  }

  @Test
  void onlyBuildersNameLegacy() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..legacy..")
        .and()
        .haveSimpleNameNotEndingWith("Builder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..legacy..")
        .check(ALL);
  }

  @Test
  void onlySchemaSeesTheValidator() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mcp4j.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.networknt..")
        .check(ALL);
  }

  @Test
  void nothingUsesTheCommonPool() {
    noClasses()
        .that()
        .resideInAPackage("dev.mcp4j..")
        .should()
        .callMethod(java.util.concurrent.ForkJoinPool.class, "commonPool")
        .orShould()
        .callMethod(java.util.Collection.class, "parallelStream")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InheritableThreadLocal.class)
        .check(ALL);
  }

  @Test
  void futuresAreNoPartOfTheApi() {
    noClasses()
        .that(
            new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are public API") {
              @Override
              public boolean test(JavaClass type) {
                return type.getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                    && !type.getPackageName().contains(".core")
                    && !type.getPackageName().endsWith(".http")
                    && !type.getPackageName().endsWith(".stdio");
              }
            })
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.concurrent.CompletionStage.class)
        .check(ALL);
  }
}
