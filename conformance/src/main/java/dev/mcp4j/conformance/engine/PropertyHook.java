/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.FixedSeedMode;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * What jqwik calls around properties and tries. Gives properties their seed and their {@link
 * Trial}, and hands what happens to the run.
 */
public final class PropertyHook implements AroundPropertyHook, AroundTryHook, ResolveParameterHook {
  private static final ThreadLocal<PropertyRun> RUN = new ThreadLocal<>();

  /** Called by jqwik. */
  public PropertyHook() {}

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Session session = Session.current();
    Method method = context.targetMethod();
    PropertyRun run =
        new PropertyRun(
            session, new PropertyCase(session.revision(), method), context.testInstance());
    PropertyAttributes attributes = context.attributes();
    attributes.setSeed(run.seed());
    attributes.setWhenFixedSeed(FixedSeedMode.ALLOW);
    attributes.setAfterFailure(AfterFailureMode.RANDOM_SEED);
    attributes.setTries(run.tries());
    // Full shrinking stays on this thread; the run bounds it.
    attributes.setShrinking(ShrinkingMode.FULL);
    RUN.set(run);
    try {
      PropertyExecutionResult result = property.execute();
      run.finish(result);
      return result;
    } finally {
      RUN.remove();
    }
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
    return RUN.get().attempt(executor, parameters);
  }

  @Override
  public Optional<ParameterSupplier> resolve(
      ParameterResolutionContext parameter, LifecycleContext context) {
    return parameter.typeUsage().isOfType(Trial.class)
        ? Optional.of(optionalTry -> RUN.get().trial())
        : Optional.empty();
  }
}
