/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Calls the constructors of records by a handle that is adapted to an array of arguments once.
 * Jackson adapts it anew for each value, which costs more than everything else about a small
 * record.
 */
final class RecordCreators extends ValueInstantiators.Base {

  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator plain) {
    boolean isRecord = plain.getValueClass().isRecord();
    return isRecord && plain.getWithArgsCreator() instanceof AnnotatedConstructor
        ? new Prepared(plain)
        : plain;
  }

  private static final class Prepared extends ValueInstantiator.Delegating {

    private static final long serialVersionUID = 1L;

    private transient volatile @Nullable MethodHandle constructor;

    Prepared(ValueInstantiator plain) {
      super(plain);
    }

    @Override
    public ValueInstantiator createContextual(
        DeserializationContext context, BeanDescription.Supplier bean) {
      return new Prepared(delegate().createContextual(context, bean));
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
      MethodHandle known = constructor;
      if (known == null) {
        known = prepare();
      }
      if (known != null) {
        try {
          return (Object) known.invokeExact(arguments);
        } catch (Throwable e) {
          // Jackson reports it, which it does when the constructor throws again.
        }
      }
      return delegate().createFromObjectWith(context, arguments);
    }

    @Override
    public Object createFromObjectWith(
        DeserializationContext context,
        SettableBeanProperty[] properties,
        PropertyValueBuffer read) {
      return createFromObjectWith(context, read.getParameters(context, properties));
    }

    /** Returns null as long as Jackson itself has no access to the constructor. */
    private @Nullable MethodHandle prepare() {
      if (!(getWithArgsCreator() instanceof AnnotatedConstructor creator)) {
        return null;
      }
      Constructor<?> record = creator.getAnnotated();
      if (!record.canAccess(null)) {
        return null;
      }
      try {
        MethodHandle prepared =
            MethodHandles.lookup()
                .unreflectConstructor(record)
                .asFixedArity()
                .asSpreader(Object[].class, record.getParameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
        constructor = prepared;
        return prepared;
      } catch (IllegalAccessException e) {
        return null;
      }
    }
  }
}
