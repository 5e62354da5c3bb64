package org.eclipse.kura.configuration;

import org.osgi.annotation.versioning.ConsumerType;

/** Marks a service whose pid the framework configures. */
@ConsumerType
public interface ConfigurableComponent {}
