/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CommonTypes.ANNOTATIONS;
import static dev.mcp4j.jsonrpc.json.CommonTypes.ICON;
import static dev.mcp4j.jsonrpc.json.MetaTypes.NOTIFICATION_META;
import static dev.mcp4j.jsonrpc.json.Scalars.LONG;
import static dev.mcp4j.jsonrpc.json.Scalars.OBJECT;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import java.util.List;

/** Resources, their templates, and the news of them. */
final class ResourceTypes {
  static final ObjectType<Resource> RESOURCE =
      new ObjectType<>(Resource.class) {
        @Override
        Resource readMembers(JsonInput in) {
          String uri = null;
          String name = null;
          String title = null;
          String description = null;
          String mimeType = null;
          Long size = null;
          List<Icon> icons = List.of();
          Annotations annotations = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "uri" -> uri = in.read(STRING);
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "mimeType" -> mimeType = in.optional(STRING);
              case "size" -> size = in.optional(LONG);
              case "icons" -> icons = in.optionalList(ICON);
              case "annotations" -> annotations = in.optional(ANNOTATIONS);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new Resource(
              in.required(uri, "uri"),
              in.required(name, "name"),
              title,
              description,
              mimeType,
              size,
              icons,
              annotations,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, Resource value) {
          out.member("uri", value.uri());
          out.member("name", value.name());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("mimeType", STRING, value.mimeType());
          out.member("size", LONG, value.size());
          out.optionalList("icons", ICON, value.icons());
          out.member("annotations", ANNOTATIONS, value.annotations());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ResourceTemplate> TEMPLATE =
      new ObjectType<>(ResourceTemplate.class) {
        @Override
        ResourceTemplate readMembers(JsonInput in) {
          String uriTemplate = null;
          String name = null;
          String title = null;
          String description = null;
          String mimeType = null;
          List<Icon> icons = List.of();
          Annotations annotations = null;
          JsonObject meta = JsonObject.EMPTY;
          for (String member; (member = in.nextMember()) != null; ) {
            switch (member) {
              case "uriTemplate" -> uriTemplate = in.read(STRING);
              case "name" -> name = in.read(STRING);
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "mimeType" -> mimeType = in.optional(STRING);
              case "icons" -> icons = in.optionalList(ICON);
              case "annotations" -> annotations = in.optional(ANNOTATIONS);
              case "_meta" -> meta = in.optional(OBJECT, JsonObject.EMPTY);
              default -> in.skip();
            }
          }
          return new ResourceTemplate(
              in.required(uriTemplate, "uriTemplate"),
              in.required(name, "name"),
              title,
              description,
              mimeType,
              icons,
              annotations,
              meta);
        }

        @Override
        void writeMembers(JsonOutput out, ResourceTemplate value) {
          out.member("uriTemplate", value.uriTemplate());
          out.member("name", value.name());
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("mimeType", STRING, value.mimeType());
          out.optionalList("icons", ICON, value.icons());
          out.member("annotations", ANNOTATIONS, value.annotations());
          out.optional("_meta", OBJECT, value.meta(), JsonObject.EMPTY);
        }
      };

  static final ObjectType<ListResourcesResult> LIST_RESULT =
      new PageType<>(
          ListResourcesResult.class,
          "resources",
          RESOURCE,
          ListResourcesResult::new,
          ListResourcesResult::resources,
          ListResourcesResult::nextCursor);

  static final ObjectType<ListResourceTemplatesResult> LIST_TEMPLATES_RESULT =
      new PageType<>(
          ListResourceTemplatesResult.class,
          "resourceTemplates",
          TEMPLATE,
          ListResourceTemplatesResult::new,
          ListResourceTemplatesResult::resourceTemplates,
          ListResourceTemplatesResult::nextCursor);

  static final ObjectType<ResourceUpdatedNotificationParams> UPDATED_PARAMS =
      new ObjectType<>(ResourceUpdatedNotificationParams.class) {
        @Override
        ResourceUpdatedNotificationParams readMembers(JsonInput in) {
          String uri = null;
          NotificationMeta meta = NotificationMeta.EMPTY;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "uri" -> uri = in.read(STRING);
              case "_meta" -> meta = in.optional(NOTIFICATION_META, NotificationMeta.EMPTY);
              default -> in.skip();
            }
          }
          return new ResourceUpdatedNotificationParams(in.required(uri, "uri"), meta);
        }

        @Override
        void writeMembers(JsonOutput out, ResourceUpdatedNotificationParams value) {
          out.member("uri", value.uri());
          out.optional("_meta", NOTIFICATION_META, value.meta(), NotificationMeta.EMPTY);
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(RESOURCE, TEMPLATE, LIST_RESULT, LIST_TEMPLATES_RESULT, UPDATED_PARAMS);

  private ResourceTypes() {}
}
