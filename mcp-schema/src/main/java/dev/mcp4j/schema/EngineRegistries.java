/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;

/**
 * The validator's settings, one for each dialect and use. They hold no schemas: every schema is
 * compiled by itself.
 */
final class EngineRegistries {

  private static final SchemaRegistry FOREIGN_2020_12 = registry(Dialect.DRAFT_2020_12, List.of());
  private static final SchemaRegistry FOREIGN_07 = registry(Dialect.DRAFT_07, List.of());
  private static final SchemaRegistry GENERATED =
      registry(Dialect.DRAFT_2020_12, GeneratedFormats.all());

  private EngineRegistries() {}

  static SchemaRegistry of(Dialect dialect, boolean generated) {
    if (dialect == Dialect.DRAFT_07) {
      return FOREIGN_07;
    }
    return generated ? GENERATED : FOREIGN_2020_12;
  }

  private static SchemaRegistry registry(Dialect dialect, List<Format> formats) {
    com.networknt.schema.dialect.Dialect engineDialect =
        com.networknt.schema.dialect.Dialect.builder(
                dialect == Dialect.DRAFT_07 ? Dialects.getDraft7() : Dialects.getDraft202012())
            .formats(formats)
            // The default logs every unknown keyword, and remembers it for good.
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(MatcherBudget::matcher)
            .build();
    return SchemaRegistry.withDialect(
        engineDialect,
        builder ->
            builder
                .schemaCacheEnabled(false)
                .schemaLoader(loader -> loader.allow(iri -> dialect.isMetaSchema(iri.toString())))
                .schemaRegistryConfig(config));
  }
}
