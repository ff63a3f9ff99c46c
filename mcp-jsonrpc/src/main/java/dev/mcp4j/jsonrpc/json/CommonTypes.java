/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.NUMBER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.IconTheme;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Role;
import java.util.List;

/** What several features share. */
final class CommonTypes {
  static final EnumType<Role> ROLE = new EnumType<>(Role.class, Role::wireName);

  static final EnumType<IconTheme> ICON_THEME =
      new EnumType<>(IconTheme.class, IconTheme::wireName);

  static final EnumType<CacheScope> CACHE_SCOPE =
      new EnumType<>(CacheScope.class, CacheScope::wireName);

  static final EnumType<LoggingLevel> LOGGING_LEVEL =
      new EnumType<>(LoggingLevel.class, LoggingLevel::wireName);

  static final ObjectType<Icon> ICON =
      new ObjectType<>(Icon.class) {
        @Override
        Icon readMembers(JsonInput in) {
          String src = null;
          String mimeType = null;
          List<String> sizes = List.of();
          IconTheme theme = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "src" -> src = in.read(STRING);
              case "mimeType" -> mimeType = in.optional(STRING);
              case "sizes" -> sizes = in.optionalList(STRING);
              case "theme" -> theme = in.optional(ICON_THEME);
              default -> in.skip();
            }
          }
          return new Icon(in.required(src, "src"), mimeType, sizes, theme);
        }

        @Override
        void writeMembers(JsonOutput out, Icon icon) {
          out.member("src", icon.src());
          out.member("mimeType", STRING, icon.mimeType());
          out.optionalList("sizes", STRING, icon.sizes());
          out.member("theme", ICON_THEME, icon.theme());
        }
      };

  static final ObjectType<Implementation> IMPLEMENTATION =
      new ObjectType<>(Implementation.class) {
        @Override
        Implementation readMembers(JsonInput in) {
          String name = null;
          String version = null;
          String title = null;
          String description = null;
          List<Icon> icons = List.of();
          String websiteUrl = null;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "name" -> name = in.read(STRING);
              case "version" -> version = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "icons" -> icons = in.optionalList(ICON);
              case "websiteUrl" -> websiteUrl = in.optional(STRING);
              default -> in.skip();
            }
          }
          return new Implementation(
              in.required(name, "name"),
              in.required(version, "version"),
              title,
              description,
              icons,
              websiteUrl);
        }

        @Override
        void writeMembers(JsonOutput out, Implementation value) {
          out.member("name", value.name());
          out.member("version", value.version());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.optionalList("icons", ICON, value.icons());
          out.member("websiteUrl", STRING, value.websiteUrl());
        }
      };

  static final ObjectType<Annotations> ANNOTATIONS =
      new ObjectType<>(Annotations.class) {
        @Override
        Annotations readMembers(JsonInput in) {
          List<Role> audience = List.of();
          Double priority = null;
          String lastModified = null;
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "audience" -> audience = others.fittingList(name, ROLE);
              case "priority" -> priority = others.fitting(name, NUMBER);
              case "lastModified" -> lastModified = others.fitting(name, STRING);
              default -> others.keep(name);
            }
          }
          return new Annotations(audience, priority, lastModified, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, Annotations value) {
          out.optionalList("audience", ROLE, value.audience());
          out.member("priority", NUMBER, value.priority());
          out.member("lastModified", STRING, value.lastModified());
          out.others(value.other());
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(ROLE, ICON_THEME, CACHE_SCOPE, LOGGING_LEVEL, ICON, IMPLEMENTATION, ANNOTATIONS);

  private CommonTypes() {}
}
