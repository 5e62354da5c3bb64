package org.eclipse.kura.watchdog;

import org.osgi.annotation.versioning.ConsumerType;

/** Something that must show signs of life. */
@ConsumerType
public interface CriticalComponent {
  /** What it is called. */
  String getCriticalComponentName();

  /** How long it may be silent before the machine is started again, milliseconds. */
  int getCriticalComponentTimeout();
}
