package org.eclipse.kura.watchdog;

import org.osgi.annotation.versioning.ProviderType;

/** Starts the machine again when something critical is silent. */
@ProviderType
public interface WatchdogService {
  /** From now on it must check in. */
  void registerCriticalComponent(CriticalComponent component);

  /** It need not any more. */
  void unregisterCriticalComponent(CriticalComponent component);

  /** It is alive. */
  void checkin(CriticalComponent component);
}
