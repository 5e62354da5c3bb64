package egov.kiosk.downlink.command;

import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.ServiceLock;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code lock} and {@code unlock}: out of public service and back (暂停服务、恢复服务). */
public final class LockCommand implements CommandHandler {
  private final boolean lock;
  private final Supplier<Optional<ServiceLock>> service;

  /**
   * @param lock whether this one locks
   */
  public LockCommand(boolean lock, Supplier<Optional<ServiceLock>> service) {
    this.lock = lock;
    this.service = service;
  }

  @Override
  public String name() {
    return lock ? "lock" : "unlock";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    Optional<ServiceLock> found = service.get();
    if (found.isEmpty()) {
      return CommandResult.failed("the citizen's desk is not open; see the self-test");
    }
    try {
      found.get().close(Closure.PLATFORM, lock);
    } catch (IOException e) {
      return CommandResult.failed("could not be written to the disk");
    }
    if (!lock) {
      return CommandResult.done(
          found.get().locked()
              ? "the platform's order is over; still closed: " + found.get().closures()
              : "in service");
    }
    return CommandResult.done(
        found.get().serving()
            ? "out of service once the citizen who is there has been served"
            : "out of service");
  }
}
