package egov.kiosk.downlink.command;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.launcher.port.Restart;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * {@code restart}: stops the runtime in order and leaves it to the supervisor to start it again. A
 * citizen who is being served has ten minutes.
 */
public final class RestartCommand implements CommandHandler {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Supplier<Optional<Restart>> restart;
  private final Supplier<Optional<ServiceLock>> service;
  private final LongSupplier nanos;
  private long latest;

  public RestartCommand(
      Supplier<Optional<Restart>> restart,
      Supplier<Optional<ServiceLock>> service,
      LongSupplier nanos) {
    this.restart = restart;
    this.service = service;
    this.nanos = nanos;
  }

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    if (restart.get().isEmpty()) {
      return CommandResult.failed("this kiosk was started without a supervisor");
    }
    latest = nanos.getAsLong() + PATIENCE.toNanos();
    return CommandResult.done("restarts as soon as nobody is being served");
  }

  @Override
  public boolean answered() {
    boolean serving = service.get().map(ServiceLock::serving).orElse(false);
    if (serving && nanos.getAsLong() - latest < 0) {
      return false;
    }
    restart.get().ifPresent(Restart::restart);
    return true;
  }
}
