/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;

/** Teaches a mapper the rules that schemas of user types rest on. */
final class ComponentModule extends JacksonModule {

  @Override
  public String getModuleName() {
    return "mcp4j-components";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    // Appended: an annotation of Jackson on the component itself must win.
    context.appendAnnotationIntrospector(new ComponentRules());
    context.addDeserializerModifier(new ExactNumbers());
    context.addDeserializers(new ExactNumbers.Optionals());
    context.addValueInstantiators(new WholeNumberCreators());
    context.addValueInstantiators(new RecordCreators());
  }
}
